using System.Text.Json.Nodes;
using static Mooring.TestKit.Fleets.Generated.EditedFleet;

namespace Mooring.TestKit.Fleets.Generated;

/// <summary>Edits of clusters, of their deliveries and of Argo CD.</summary>
internal static class ClusterEdits
{
    /// <summary>The edits.</summary>
    public static IEnumerable<FleetEdit> All =>
        [
            new("add a cluster", AddCluster),
            new("remove a cluster", RemoveCluster),
            new("rename a cluster", RenameCluster),
            new("a cluster gets the name of a removed one", ReuseName),
            new("another delivery with a handover", fleet => ChangeDelivery(fleet, isHandover: true)),
            new("another delivery without a handover", fleet => ChangeDelivery(fleet, isHandover: false)),
            new("remove 'handoverFrom'", fleet => fleet.Any(Specs(fleet).Where(spec => spec.ContainsKey("handoverFrom")))?.Remove("handoverFrom") == true),
            new("begin with Argo CD", BeginArgoCd),
            new("end with Argo CD", EndArgoCd),
            new("move Argo CD to another cluster", MoveArgoCd),
            new("a cluster is only looked up", fleet => fleet.Any(Specs(fleet)) is { } spec && fleet.Change(spec, "existing", "null", "true")),
            new("somebody else's controller", LeaveController),
        ];

    private static bool AddCluster(EditedFleet fleet)
    {
        var spec = new JsonObject
        {
            ["subnets"] = new JsonArray("subnet-0aa11111111111111", "subnet-0bb22222222222222"),
            ["nodeGroups"] = new JsonObject(),
            ["bindings"] = new JsonArray(),
        };
        if (fleet.Below(3) == 0)
        {
            spec["existing"] = true;
        }

        fleet.Clusters[fleet.NewName("cluster")] = spec;
        return true;
    }

    private static bool RemoveCluster(EditedFleet fleet) =>
        fleet.Clusters.Count > 1 && fleet.Any(fleet.Clusters.Select(pair => pair.Key)) is { } name && fleet.Clusters.Remove(name);

    private static bool RenameCluster(EditedFleet fleet)
    {
        if (fleet.Any(fleet.Clusters.Select(pair => pair.Key)) is not { } name)
        {
            return false;
        }

        RenameTo(fleet, name, fleet.NewName("cluster"));
        return true;
    }

    private static bool ReuseName(EditedFleet fleet)
    {
        if (fleet.Clusters.Count < 2)
        {
            return false;
        }

        var (gone, stays) = (Entries(fleet.Clusters)[^1].Name, Entries(fleet.Clusters)[^2].Name);
        fleet.Clusters.Remove(gone);
        RenameTo(fleet, stays, gone);
        return true;
    }

    /// <summary>Gives a cluster another name, everywhere.</summary>
    public static void RenameTo(EditedFleet fleet, string name, string newName)
    {
        Rename(fleet.Clusters, name, newName);
        foreach (var target in fleet.ForwardLists.SelectMany(list => list).Where(target => $"{target!["cluster"]}" == name))
        {
            target!["cluster"] = newName;
        }

        if (fleet.Root["argoCd"] is JsonObject argoCd && $"{argoCd["cluster"]}" == name)
        {
            argoCd["cluster"] = newName;
        }
    }

    private static bool ChangeDelivery(EditedFleet fleet, bool isHandover)
    {
        if (fleet.Any(Specs(fleet)) is not { } spec)
        {
            return false;
        }

        var old = $"{spec["delivery"] ?? "helm"}";
        spec["delivery"] = old == "helm" ? "argocd" : "helm";
        spec.Remove("handoverFrom");
        if (isHandover)
        {
            spec["handoverFrom"] = old;
        }

        return true;
    }

    private static bool BeginArgoCd(EditedFleet fleet) =>
        !fleet.Root.ContainsKey("argoCd")
        && fleet.Any(fleet.Clusters.Select(pair => pair.Key)) is { } name
        && fleet.Root.TryAdd("argoCd", new JsonObject { ["cluster"] = name });

    private static bool EndArgoCd(EditedFleet fleet)
    {
        foreach (var spec in Specs(fleet))
        {
            spec.Remove("delivery");
            spec.Remove("handoverFrom");
            spec.Remove("registration");
        }

        return fleet.Root.Remove("argoCd");
    }

    private static bool MoveArgoCd(EditedFleet fleet)
    {
        if (fleet.Root["argoCd"] is not JsonObject argoCd || fleet.Clusters.Count < 2)
        {
            return false;
        }

        argoCd["cluster"] = fleet.Clusters.Select(pair => pair.Key).First(name => name != $"{argoCd["cluster"]}");
        return true;
    }

    private static bool LeaveController(EditedFleet fleet) =>
        fleet.Any(Specs(fleet)) is { } spec
        && fleet.Change(spec, "controller", "null", """{ "install": false }""", """{ "install": false, "role": "their-controller" }""");

    private static JsonObject[] Specs(EditedFleet fleet) => [.. Entries(fleet.Clusters).Select(cluster => cluster.Spec)];
}
