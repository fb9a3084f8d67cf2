namespace Mooring.Fleet.Derivation;

/// <summary>Where a binding's cluster is, seen from its load balancer.</summary>
internal static class BindingLocation
{
    /// <summary>Whether a load balancer is in another VPC than a cluster.</summary>
    public static bool IsOtherVpc(FleetSpec fleet, string cluster, string? loadBalancer) =>
        loadBalancer is not null && FleetLocation.OfLoadBalancer(fleet, loadBalancer).Vpc != FleetLocation.OfCluster(fleet, cluster).Vpc;

    /// <summary>Whether a cluster's targets let a load balancer in by the CIDR blocks of its subnets, and not by its security group.</summary>
    public static bool IsLetInByCidr(FleetSpec fleet, string cluster, string? loadBalancer) =>
        IsOtherVpc(fleet, cluster, loadBalancer) && fleet.LoadBalancers[loadBalancer!].SubnetCidrs.Count > 0;

    /// <summary>Whether a load balancer is in another account than a cluster.</summary>
    public static bool IsOtherAccount(FleetSpec fleet, string cluster, BindingSpec binding) =>
        binding.LoadBalancer is { } loadBalancer && IsOtherAccount(fleet, cluster, loadBalancer);

    /// <summary>The clusters of other accounts whose controllers register targets with a load balancer, each through a role in its account.</summary>
    public static IEnumerable<string> ClustersOfOtherAccounts(FleetSpec fleet, string loadBalancer) =>
        fleet
            .Clusters.Where(cluster => cluster.Value.ControllerBindings.Any(binding => binding.LoadBalancer == loadBalancer))
            .Select(cluster => cluster.Key)
            .Where(cluster => IsOtherAccount(fleet, cluster, loadBalancer));

    private static bool IsOtherAccount(FleetSpec fleet, string cluster, string loadBalancer) =>
        !FleetLocation.OfLoadBalancer(fleet, loadBalancer).IsInAccountOf(FleetLocation.OfCluster(fleet, cluster));
}
