using System.Text.Json.Nodes;
using static Mooring.TestKit.Fleets.Generated.EditedFleet;

namespace Mooring.TestKit.Fleets.Generated;

/// <summary>What forwards to something that was removed follows it, as a user would see to.</summary>
internal static class Forwards
{
    /// <summary>Removes what is gone, and what bound to it.</summary>
    public static void Tidy(JsonObject root)
    {
        var fleet = new EditedFleet(root, new Random(0));
        foreach (var list in fleet.BindingLists)
        {
            Keep(list, binding => binding["loadBalancer"] is null || fleet.LoadBalancers.ContainsKey($"{binding["loadBalancer"]}"));
            Keep(list, binding => binding["targetGroupRef"] is null || HasTargetGroup(fleet, $"{binding["loadBalancer"]}", $"{binding["targetGroupRef"]}"));
        }

        foreach (var (name, loadBalancer) in Entries(fleet.LoadBalancers))
        {
            foreach (var (_, listener) in Entries(Map(loadBalancer, "listeners")))
            {
                foreach (
                    var action in List(listener, "rules").Append(listener["defaultAction"]).OfType<JsonObject>().Where(each => each.ContainsKey("forward"))
                )
                {
                    Tidy(fleet, name, action);
                }
            }
        }
    }

    private static void Tidy(EditedFleet fleet, string loadBalancer, JsonObject action)
    {
        var targets = List((JsonObject)action["forward"]!, "targetGroups");
        Keep(
            targets,
            target => target["targetGroup"] is not null ? HasTargetGroup(fleet, loadBalancer, $"{target["targetGroup"]}") : IsBound(fleet, loadBalancer, target)
        );
        if (targets.Count == 0)
        {
            action.Remove("forward");
            action["fixedResponse"] = new JsonObject { ["statusCode"] = 503 };
        }
    }

    private static bool IsBound(EditedFleet fleet, string loadBalancer, JsonObject target) =>
        fleet.Clusters[$"{target["cluster"]}"] is JsonObject cluster
        && List(cluster, "bindings")
            .Any(binding =>
                $"{binding!["name"]}" == $"{target["binding"]}" && $"{binding["loadBalancer"]}" == loadBalancer && binding["targetGroupRef"] is null
            );

    private static bool HasTargetGroup(EditedFleet fleet, string loadBalancer, string name) =>
        fleet.LoadBalancers[loadBalancer] is JsonObject spec && Map(spec, "targetGroups").ContainsKey(name);

    private static void Keep(JsonArray list, Func<JsonObject, bool> which)
    {
        foreach (var gone in list.Where(each => !which((JsonObject)each!)).ToArray())
        {
            list.Remove(gone);
        }
    }
}
