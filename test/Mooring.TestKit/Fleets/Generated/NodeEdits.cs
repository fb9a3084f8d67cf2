using System.Text.Json.Nodes;
using static Mooring.TestKit.Fleets.Generated.EditedFleet;

namespace Mooring.TestKit.Fleets.Generated;

/// <summary>Edits of what a cluster has by names: node groups, add-ons and access entries.</summary>
internal static class NodeEdits
{
    private const string Role = "arn:aws:iam::111122223333:role/";

    private static readonly string[] s_named = ["nodeGroups", "selfManagedNodeGroups", "addOns", "accessEntries"];
    private static readonly string[] s_swapped = ["nodeGroups", "accessEntries"];

    /// <summary>The edits.</summary>
    public static IEnumerable<FleetEdit> All =>
        [
            new("add a node group", fleet => Add(fleet, "nodeGroups", fleet.NewName("nodes"), NodeGroup())),
            new("add a self-managed node group", AddSelfManaged),
            new("add an add-on", fleet => Add(fleet, "addOns", fleet.Any(["coredns", "vpc-cni", "eks-pod-identity-agent"])!, [])),
            new("add an access entry", fleet => Add(fleet, "accessEntries", fleet.NewName("entry"), AccessEntry(fleet))),
            .. s_named.Select(key => new FleetEdit($"remove one of the {key}", fleet => LoadBalancerEdits.Remove(fleet, fleet.Clusters, key))),
            .. s_named.Where(key => key != "addOns").Select(key => new FleetEdit($"rename one of the {key}", fleet => RenameAny(fleet, key))),
            .. s_swapped.Select(key => new FleetEdit($"swap two of the {key}", fleet => Swap(fleet, key))),
        ];

    private static bool Add(EditedFleet fleet, string key, string name, JsonObject spec) =>
        fleet.Any(Entries(fleet.Clusters).Select(cluster => cluster.Spec)) is { } cluster && Map(cluster, key).TryAdd(name, spec);

    private static bool AddSelfManaged(EditedFleet fleet)
    {
        if (fleet.Any(Entries(fleet.Clusters).Select(cluster => cluster.Spec)) is not { } cluster)
        {
            return false;
        }

        cluster.TryAdd("version", "1.36");
        var spec = new JsonObject
        {
            ["instanceType"] = "m7i.large",
            ["minSize"] = 1,
            ["maxSize"] = 2,
        };
        return Map(cluster, "selfManagedNodeGroups").TryAdd(fleet.NewName("own"), spec);
    }

    private static bool RenameAny(EditedFleet fleet, string key)
    {
        if (fleet.Any(MapsOf(fleet, key, least: 1)) is not { } map)
        {
            return false;
        }

        Rename(map, fleet.Any(map.Select(pair => pair.Key))!, fleet.NewName("renamed"));
        return true;
    }

    /// <summary>Two entries exchange their contents.</summary>
    private static bool Swap(EditedFleet fleet, string key)
    {
        if (fleet.Any(MapsOf(fleet, key, least: 2)) is not { } map)
        {
            return false;
        }

        var (one, other) = (Entries(map)[0], Entries(map)[1]);
        (map[one.Name], map[other.Name]) = (other.Spec.DeepClone(), one.Spec.DeepClone());
        return true;
    }

    private static IEnumerable<JsonObject> MapsOf(EditedFleet fleet, string key, int least) =>
        Entries(fleet.Clusters).Select(cluster => cluster.Spec[key]).OfType<JsonObject>().Where(map => map.Count >= least);

    private static JsonObject NodeGroup() =>
        new()
        {
            ["instanceTypes"] = new JsonArray("m7i.large"),
            ["minSize"] = 1,
            ["maxSize"] = 2,
        };

    private static JsonObject AccessEntry(EditedFleet fleet) => new() { ["principal"] = $"{Role}{fleet.Any(["developers", "operators", "auditors"])}" };
}
