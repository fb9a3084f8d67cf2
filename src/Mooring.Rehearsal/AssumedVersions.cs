using Mooring.Fleet;
using Mooring.StandIns.Remote;

namespace Mooring.Rehearsal;

/// <summary>
/// Kubernetes versions that a deployed fleet left out. What EKS gave the cluster is not known here: a later fleet that names a version is taken to name the
/// one that the cluster has.
/// </summary>
internal static class AssumedVersions
{
    /// <summary>Gives clusters of an account, and their managed nodes, the versions that a fleet names for the first time.</summary>
    /// <param name="account">The account.</param>
    /// <param name="deployed">The fleet as it is deployed.</param>
    /// <param name="fleet">The later fleet.</param>
    public static void Assume(PretendedAccount account, FleetSpec deployed, FleetSpec fleet)
    {
        foreach (var (name, cluster) in fleet.Clusters.Where(pair => deployed.Clusters.GetValueOrDefault(pair.Key) is { Version: null, Existing: false }))
        {
            if (cluster is { Version: { } version, Existing: false })
            {
                Set(account, "aws_eks_cluster", "name", name, version);
                Set(account, "aws_eks_node_group", "cluster_name", name, version);
            }
        }
    }

    private static void Set(PretendedAccount account, string type, string attribute, string cluster, string version)
    {
        foreach (var each in account.Of(type).Where(each => each.Value[attribute] == cluster).ToArray())
        {
            account.Put(each with { Value = each.Value.With([new("version", version)]) });
        }
    }
}
