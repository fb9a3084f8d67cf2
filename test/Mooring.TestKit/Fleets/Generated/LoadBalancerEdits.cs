using System.Text.Json.Nodes;
using static Mooring.TestKit.Fleets.Generated.EditedFleet;

namespace Mooring.TestKit.Fleets.Generated;

/// <summary>Edits of load balancers, of their own target groups and of their listeners.</summary>
internal static class LoadBalancerEdits
{
    private const string Certificate = "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555";

    /// <summary>The edits.</summary>
    public static IEnumerable<FleetEdit> All =>
        [
            new("add a load balancer", AddLoadBalancer),
            new("remove a load balancer", RemoveLoadBalancer),
            new("rename a load balancer", RenameLoadBalancer),
            new("add a target group of a load balancer", fleet => AddTargetGroup(fleet) is not null),
            new("remove a target group of a load balancer", fleet => Remove(fleet, fleet.LoadBalancers, "targetGroups")),
            new("add a listener", AddListener),
            new("remove a listener", fleet => Remove(fleet, fleet.LoadBalancers, "listeners")),
            new("rename a listener", RenameListener),
            new("swap the ports of two listeners", SwapPorts),
            new("a listener gets the name of a removed one", ReuseListenerName),
            new("another protocol of a listener", ChangeProtocol),
        ];

    /// <summary>Adds a target group to a load balancer, shared by clusters.</summary>
    public static (string LoadBalancer, string Name)? AddTargetGroup(EditedFleet fleet)
    {
        if (fleet.LoadBalancers.Count == 0)
        {
            return null;
        }

        var (loadBalancer, spec) = Entries(fleet.LoadBalancers)[fleet.Below(fleet.LoadBalancers.Count)];
        var name = fleet.NewName("tg");
        Map(spec, "targetGroups")[name] = new JsonObject { ["shared"] = true };
        return (loadBalancer, name);
    }

    private static bool AddLoadBalancer(EditedFleet fleet)
    {
        fleet.LoadBalancers[fleet.NewName("lb")] = new JsonObject
        {
            ["subnets"] = new JsonArray("subnet-0aa11111111111111", "subnet-0bb22222222222222"),
            ["ingressCidrs"] = new JsonArray("10.0.0.0/8"),
            ["deletionProtection"] = false,
            ["preventDestroy"] = false,
            ["listeners"] = new JsonObject { ["http"] = Listener(80) },
        };
        return true;
    }

    private static bool RemoveLoadBalancer(EditedFleet fleet)
    {
        if (fleet.Any(fleet.LoadBalancers.Select(pair => pair.Key)) is not { } name)
        {
            return false;
        }

        fleet.LoadBalancers.Remove(name);
        return true;
    }

    private static bool RenameLoadBalancer(EditedFleet fleet)
    {
        if (fleet.Any(fleet.LoadBalancers.Select(pair => pair.Key)) is not { } name)
        {
            return false;
        }

        RenameTo(fleet, name, fleet.NewName("lb"));
        return true;
    }

    /// <summary>Gives a load balancer another name, everywhere.</summary>
    public static void RenameTo(EditedFleet fleet, string name, string newName)
    {
        Rename(fleet.LoadBalancers, name, newName);
        foreach (var binding in fleet.Bindings.Where(binding => $"{binding["loadBalancer"]}" == name))
        {
            binding["loadBalancer"] = newName;
        }
    }

    private static bool AddListener(EditedFleet fleet)
    {
        if (fleet.Any(fleet.ListenerMaps) is not { } listeners)
        {
            return false;
        }

        listeners[fleet.NewName("listener")] = Listener(fleet.Below(2) == 0 ? 8000 + fleet.Below(100) : 81);
        return true;
    }

    private static bool RenameListener(EditedFleet fleet)
    {
        if (fleet.Any(fleet.ListenerMaps.Where(map => map.Count > 0)) is not { } listeners)
        {
            return false;
        }

        Rename(listeners, fleet.Any(listeners.Select(pair => pair.Key))!, fleet.NewName("listener"));
        return true;
    }

    private static bool SwapPorts(EditedFleet fleet)
    {
        if (fleet.Any(fleet.ListenerMaps.Where(map => map.Count > 1)) is not { } listeners)
        {
            return false;
        }

        var (one, other) = (Entries(listeners)[0].Spec, Entries(listeners)[1].Spec);
        (one["port"], other["port"]) = (other["port"]!.DeepClone(), one["port"]!.DeepClone());
        return true;
    }

    private static bool ReuseListenerName(EditedFleet fleet)
    {
        if (fleet.Any(fleet.ListenerMaps.Where(map => map.Count > 1)) is not { } listeners)
        {
            return false;
        }

        var (gone, stays) = (Entries(listeners)[0].Name, Entries(listeners)[1].Name);
        listeners.Remove(gone);
        Rename(listeners, stays, gone);
        return true;
    }

    private static bool ChangeProtocol(EditedFleet fleet)
    {
        if (fleet.Any(fleet.Listeners) is not { } listener)
        {
            return false;
        }

        var isHttps = $"{listener["protocol"]}" == "HTTPS";
        listener["protocol"] = isHttps ? "HTTP" : "HTTPS";
        listener.Remove("certificate");
        if (!isHttps)
        {
            listener["certificate"] = Certificate;
        }

        return true;
    }

    /// <summary>Removes any entry of a mapping that entries of a mapping have.</summary>
    public static bool Remove(EditedFleet fleet, JsonObject of, string key)
    {
        var map = fleet.Any(Entries(of).Select(entry => entry.Spec[key]).OfType<JsonObject>().Where(map => map.Count > 0));
        return map is not null && map.Remove(fleet.Any(map.Select(pair => pair.Key))!);
    }

    private static JsonObject Listener(int port) =>
        new()
        {
            ["port"] = port,
            ["protocol"] = "HTTP",
            ["defaultAction"] = new JsonObject { ["fixedResponse"] = new JsonObject { ["statusCode"] = 404 } },
        };
}
