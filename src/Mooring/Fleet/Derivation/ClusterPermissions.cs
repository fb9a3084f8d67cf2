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
    /// <param name="accountId">Id of the cluster's account.</param>
    /// <param name="targetRoleOf">ARN of the role for the target groups of a load balancer in another account.</param>
    public static ControllerPermissions Of(FleetSpec fleet, string cluster, string partition, string accountId, Func<string, string> targetRoleOf)
    {
        var bindings = fleet.Clusters[cluster].ControllerBindings.ToArray();
        var elsewhere = bindings.Where(binding => BindingLocation.IsOtherAccount(fleet, cluster, binding)).ToArray();
        var name = OriginalNames.Cluster(fleet, cluster);
        return new ControllerPermissions
        {
            Profile = ClusterController.Of(fleet, cluster).Policy,
            TargetGroupArns =
            [
                .. bindings.Except(elsewhere).Where(binding => binding.ExistingTargetGroup?.AssumeRole is null).Select(TargetGroupArn).Distinct(),
            ],
            RemovedTargetGroupArns = [ArnOf(RemovedTargetGroups(fleet, cluster))],
            ClusterName = name,
            NetworkingClusterName = bindings.Any(binding => binding.Networking is not null) ? name : null,
            AssumableRoleArns =
            [
                .. bindings
                    .Select(binding => binding.ExistingTargetGroup?.AssumeRole?.Role)
                    .OfType<string>()
                    .Concat(elsewhere.Select(binding => targetRoleOf(binding.LoadBalancer!)))
                    .Distinct(),
            ],
        };

        // A target group's name is known before it exists, its id is not; names are unique in an account and region.
        string TargetGroupArn(BindingSpec binding) => binding.ExistingTargetGroup?.Arn ?? ArnOf(FleetNames.TargetGroup(fleet, cluster, binding));

        string ArnOf(string name) => ClusterPermissions.ArnOf(name, partition, FleetLocation.OfCluster(fleet, cluster).Region, accountId);
    }

    /// <summary>ARN, with the wildcards of IAM, of the target groups that a cluster has or had with load balancers of a location.</summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="cluster">Name of the cluster.</param>
    /// <param name="partition">Partition that the fleet is in.</param>
    /// <param name="location">The location, with an account.</param>
    public static string RemovedTargetGroupArn(FleetSpec fleet, string cluster, string partition, FleetLocation location) =>
        ArnOf(RemovedTargetGroups(fleet, cluster), partition, location.Region, location.Account!);

    private static string RemovedTargetGroups(FleetSpec fleet, string cluster) => $"{FleetNames.TargetGroupPrefix(fleet, cluster)}-{AnyIdentity}";

    private static string ArnOf(string targetGroup, string partition, string region, string accountId) =>
        $"arn:{partition}:elasticloadbalancing:{region}:{accountId}:targetgroup/{targetGroup}/*";
}
