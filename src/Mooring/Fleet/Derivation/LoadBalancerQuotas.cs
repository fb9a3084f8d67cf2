namespace Mooring.Fleet.Derivation;

/// <summary>Counts what the quotas of a load balancer limit.</summary>
internal static class LoadBalancerQuotas
{
    /// <summary>
    /// Entries that CloudFront's prefix list counts as in a security group. The number of another list is known to its owner only.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html#aws-managed-prefix-list-weights"/>
    public const int WeightOfCloudFront = 55;

    /// <summary>The ports that clients may connect to.</summary>
    public static int Ports(LoadBalancerSpec loadBalancer) => loadBalancer.Listeners.Values.Select(listener => listener.Port).Distinct().Count();

    /// <summary>The inbound rules of its security group: one for each port and source, and for a prefix list as many as it weighs.</summary>
    public static int Rules(LoadBalancerSpec loadBalancer, int prefixListWeight = 1) =>
        Ports(loadBalancer) * (loadBalancer.IngressCidrs.Distinct().Count() + (loadBalancer.IngressPrefixLists.Distinct().Count() * prefixListWeight));

    /// <summary>The most nodes that a cluster's declared node groups can have. Nodes of other kinds, such as Karpenter's, are not known.</summary>
    public static long Nodes(ClusterSpec cluster) =>
        cluster.NodeGroups.Values.Sum(group => (long)group.MaxSize) + cluster.SelfManagedNodeGroups.Values.Sum(group => (long)group.MaxSize);
}
