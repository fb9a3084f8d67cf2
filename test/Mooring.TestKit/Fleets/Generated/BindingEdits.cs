using System.Text.Json.Nodes;
using static Mooring.TestKit.Fleets.Generated.EditedFleet;

namespace Mooring.TestKit.Fleets.Generated;

/// <summary>Edits of bindings.</summary>
internal static class BindingEdits
{
    /// <summary>The edits.</summary>
    public static IEnumerable<FleetEdit> All =>
        [
            new("add a binding", AddBinding),
            new("remove a binding", RemoveBinding),
            new("rename a binding", RenameBinding),
            new("swap the names of two bindings", SwapNames),
            new("swap two bindings", SwapBindings),
            new("move a binding to another load balancer", MoveToLoadBalancer),
            new("move a binding to another cluster", MoveToCluster),
            new("a binding gets a target group of its load balancer", ReferToTargetGroup),
            new("a binding gets a target group of its own", fleet => OwnTargetGroup(fleet)),
            new("a binding's nodes register themselves", fleet => RegisterBy(fleet, "autoscaling")),
            new("a binding's nodes are registered by the controller", fleet => RegisterBy(fleet, "controller")),
        ];

    private static bool AddBinding(EditedFleet fleet)
    {
        if (fleet.Any(fleet.BindingLists) is not { } bindings || fleet.Any(fleet.LoadBalancers.Select(pair => pair.Key)) is not { } loadBalancer)
        {
            return false;
        }

        bindings.Insert(
            fleet.Below(bindings.Count + 1),
            new JsonObject
            {
                ["name"] = fleet.NewName("binding"),
                ["loadBalancer"] = loadBalancer,
                ["service"] = new JsonObject
                {
                    ["namespace"] = "web",
                    ["name"] = "web",
                    ["port"] = 80,
                },
                ["targetGroup"] = new JsonObject(),
            }
        );
        return true;
    }

    private static bool RemoveBinding(EditedFleet fleet)
    {
        if (fleet.Any(fleet.BindingLists.Where(list => list.Count > 0)) is not { } list)
        {
            return false;
        }

        list.RemoveAt(fleet.Below(list.Count));
        return true;
    }

    private static bool RenameBinding(EditedFleet fleet)
    {
        if (fleet.Any(fleet.Bindings) is not { } binding)
        {
            return false;
        }

        var (cluster, name, newName) = (ClusterOf(fleet, binding), $"{binding["name"]}", fleet.NewName("binding"));
        binding["name"] = newName;
        foreach (var target in TargetsOf(fleet, cluster, name))
        {
            target["binding"] = newName;
        }

        return true;
    }

    private static bool SwapNames(EditedFleet fleet)
    {
        if (fleet.Any(fleet.BindingLists.Where(list => list.Count > 1)) is not { } list)
        {
            return false;
        }

        (list[0]!["name"], list[1]!["name"]) = (list[1]!["name"]!.DeepClone(), list[0]!["name"]!.DeepClone());
        return true;
    }

    private static bool SwapBindings(EditedFleet fleet)
    {
        if (fleet.Any(fleet.BindingLists.Where(list => list.Count > 1)) is not { } list)
        {
            return false;
        }

        var binding = list[0]!;
        list.RemoveAt(0);
        list.Add(binding);
        return true;
    }

    private static bool MoveToLoadBalancer(EditedFleet fleet)
    {
        if (fleet.Any(fleet.Bindings) is not { } binding || fleet.Any(fleet.LoadBalancers.Select(pair => pair.Key)) is not { } loadBalancer)
        {
            return false;
        }

        var isMoved = $"{binding["loadBalancer"]}" != loadBalancer;
        binding["loadBalancer"] = loadBalancer;
        return isMoved;
    }

    private static bool MoveToCluster(EditedFleet fleet)
    {
        if (fleet.Any(fleet.Bindings) is not { } binding || fleet.Any(fleet.BindingLists) is not { } to || binding.Parent == to)
        {
            return false;
        }

        foreach (var target in TargetsOf(fleet, ClusterOf(fleet, binding), $"{binding["name"]}"))
        {
            target["cluster"] = Entries(fleet.Clusters).Single(cluster => cluster.Spec["bindings"] == to).Name;
        }

        binding.Parent!.AsArray().Remove(binding);
        to.Add(binding);
        return true;
    }

    private static bool ReferToTargetGroup(EditedFleet fleet)
    {
        if (fleet.Any(fleet.Bindings) is not { } binding || LoadBalancerEdits.AddTargetGroup(fleet) is not { } group)
        {
            return false;
        }

        (binding["loadBalancer"], binding["targetGroupRef"]) = (group.LoadBalancer, group.Name);
        binding.Remove("targetGroup");
        foreach (var target in TargetsOf(fleet, ClusterOf(fleet, binding), $"{binding["name"]}"))
        {
            target.Remove("cluster");
            target.Remove("binding");
            target["targetGroup"] = group.Name;
        }

        return true;
    }

    private static bool OwnTargetGroup(EditedFleet fleet)
    {
        var binding = fleet.Any(fleet.Bindings.Where(binding => binding.ContainsKey("targetGroupRef")));
        return binding?.Remove("targetGroupRef") == true && binding.TryAdd("targetGroup", new JsonObject());
    }

    private static bool RegisterBy(EditedFleet fleet, string who)
    {
        if (fleet.Any(fleet.Bindings.Where(binding => $"{binding["registerBy"] ?? "controller"}" != who)) is not { } binding)
        {
            return false;
        }

        binding["registerBy"] = who;
        binding.Remove("reference");
        return true;
    }

    private static string ClusterOf(EditedFleet fleet, JsonObject binding) =>
        Entries(fleet.Clusters).Single(cluster => cluster.Spec["bindings"] == binding.Parent).Name;

    private static JsonObject[] TargetsOf(EditedFleet fleet, string cluster, string binding) =>
        [
            .. fleet
                .ForwardLists.SelectMany(list => list)
                .Select(target => (JsonObject)target!)
                .Where(target => $"{target["cluster"]}" == cluster && $"{target["binding"]}" == binding),
        ];
}
