using Mooring.Identity;

namespace Mooring.Fleet.Derivation;

/// <summary>Derives the permissions of a cluster's controller from its bindings.</summary>
internal static class ClusterPermissions
{
    /// <summary>The identity at the end of a target group's name, 8 digits, in IAM's wildcards.</summary>
    private const string AnyIdentity = "????????";

    /// <summary>Permissions of the controller of a cluster: for its own target groups only, except with the profile <c>documented</c>.</summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="cluster">Name of the cluster.</param>
    /// <param name="partition">Partition that the fleet is in.</param>
    /// <param name="accountId">Id of the fleet's account.</param>
    public static ControllerPermissions Of(FleetSpec fleet, string cluster, string partition, string accountId)
    {
        var bindings = fleet.Clusters[cluster].ControllerBindings.ToArray();
        var name = OriginalNames.Cluster(fleet, cluster);
        return new ControllerPermissions
        {
            Profile = ClusterController.Of(fleet, cluster).Policy,
            TargetGroupArns = [.. bindings.Where(binding => binding.ExistingTargetGroup?.AssumeRole is null).Select(TargetGroupArn).Distinct()],
            RemovedTargetGroupArns = [ArnOf($"{FleetNames.TargetGroupPrefix(fleet, cluster)}-{AnyIdentity}")],
            ClusterName = name,
            NetworkingClusterName = bindings.Any(binding => binding.Networking is not null) ? name : null,
            AssumableRoleArns = [.. bindings.Select(binding => binding.ExistingTargetGroup?.AssumeRole?.Role).OfType<string>().Distinct()],
        };

        // A target group's name is known before it exists, its id is not; names are unique in an account and region.
        string TargetGroupArn(BindingSpec binding) => binding.ExistingTargetGroup?.Arn ?? ArnOf(FleetNames.TargetGroup(fleet, cluster, binding));

        string ArnOf(string name) => $"arn:{partition}:elasticloadbalancing:{fleet.Region}:{accountId}:targetgroup/{name}/*";
    }
}
