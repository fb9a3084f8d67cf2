using System.Text.Json.Nodes;
using static Mooring.TestKit.Fleets.Generated.EditedFleet;

namespace Mooring.TestKit.Fleets.Generated;

/// <summary>Edits of what existed before the fleet: adopted, or only looked up.</summary>
internal static class AdoptionEdits
{
    private const string Elb = "arn:aws:elasticloadbalancing:eu-west-1:111122223333";

    /// <summary>The edits.</summary>
    public static IEnumerable<FleetEdit> All =>
        [
            new("adopt a load balancer", AdoptLoadBalancer),
            new("adopt a target group", AdoptTargetGroup),
            new("remove 'adopt' from a load balancer", fleet => Drop(fleet, [.. Entries(fleet.LoadBalancers).Select(each => each.Spec)])),
            new("remove 'adopt' from a listener or a rule", fleet => Drop(fleet, [.. fleet.Listeners, .. fleet.Rules])),
            new("remove 'adopt' from a target group", fleet => Drop(fleet, [.. fleet.Bindings.Select(binding => binding["targetGroup"]).OfType<JsonObject>()])),
            new("look a load balancer up", LookUp),
        ];

    private static bool AdoptLoadBalancer(EditedFleet fleet)
    {
        var name = fleet.NewName("old");
        var path = $"app/{name}/50dc6c495c0c9188";
        var rule = new JsonObject
        {
            ["name"] = "shop",
            ["adopt"] = $"{Elb}:listener-rule/{path}/f2f7dc8efc522ab2/9683b2d02a6cabee",
            ["hosts"] = new JsonArray("shop.example.com"),
            ["fixedResponse"] = new JsonObject { ["statusCode"] = 404 },
        };
        var listener = new JsonObject
        {
            ["adopt"] = $"{Elb}:listener/{path}/f2f7dc8efc522ab2",
            ["port"] = 80,
            ["protocol"] = "HTTP",
            ["defaultAction"] = new JsonObject { ["fixedResponse"] = new JsonObject { ["statusCode"] = 404 } },
            ["rules"] = new JsonArray(rule),
        };
        fleet.LoadBalancers[name] = new JsonObject
        {
            ["adopt"] = $"{Elb}:loadbalancer/{path}",
            ["subnets"] = new JsonArray("subnet-0aa11111111111111", "subnet-0bb22222222222222"),
            ["securityGroups"] = new JsonArray("sg-0a1b2c3d4e5f60718"),
            ["listeners"] = new JsonObject { ["http"] = listener },
        };
        return true;
    }

    private static bool AdoptTargetGroup(EditedFleet fleet)
    {
        if (fleet.Any(fleet.Bindings.Where(binding => binding.ContainsKey("loadBalancer") && !binding.ContainsKey("targetGroupRef"))) is not { } binding)
        {
            return false;
        }

        Map(binding, "targetGroup")["adopt"] = $"{Elb}:targetgroup/{fleet.NewName("old")}/73e2d6bc24d8a067";
        return true;
    }

    private static bool Drop(EditedFleet fleet, JsonObject[] all) => fleet.Any(all.Where(each => each.ContainsKey("adopt")))?.Remove("adopt") == true;

    private static bool LookUp(EditedFleet fleet)
    {
        fleet.LoadBalancers[fleet.NewName("theirs")] = new JsonObject
        {
            ["existing"] = fleet.NewName("shared"),
            ["listeners"] = new JsonObject
            {
                ["http"] = new JsonObject { ["port"] = 80, ["protocol"] = "HTTP" },
            },
        };
        return true;
    }
}
