namespace Mooring.Fleet.Derivation;

/// <summary>Derives whom the role for a cluster's target groups in another account lets in: the role of the cluster's controller, and nobody else.</summary>
internal static class TargetRolePrincipals
{
    /// <summary>ARNs of the controller's role, with the wildcards of IAM: the path of somebody else's role is not in the file.</summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="cluster">Name of the cluster.</param>
    /// <param name="partition">Partition that the fleet is in.</param>
    public static IReadOnlyList<string> Of(FleetSpec fleet, string cluster, string partition)
    {
        var account = FleetLocation.OfCluster(fleet, cluster).Account;
        var roles = $"arn:{partition}:iam::{account}:role";
        return ClusterController.IsInstalled(fleet, cluster) ? [RoleArns.Of(fleet, partition, account, FleetNames.ControllerRole(fleet, cluster))]
            : fleet.Clusters[cluster].Controller.Role is { } theirs ? [$"{roles}/{theirs}", $"{roles}/*/{theirs}"]
            : [];
    }
}
