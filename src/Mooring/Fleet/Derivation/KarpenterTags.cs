namespace Mooring.Fleet.Derivation;

/// <summary>Derives which subnets and security groups get Karpenter's tags.</summary>
internal static class KarpenterTags
{
    /// <summary>The subnets of Karpenter's nodes: its own, or the cluster's.</summary>
    public static IReadOnlyList<string> SubnetsOf(ClusterSpec cluster, KarpenterSpec karpenter) =>
        karpenter.Subnets.Count > 0 ? karpenter.Subnets : cluster.Subnets;

    /// <summary>What a cluster tags, but for the security group that EKS creates for it.</summary>
    public static IEnumerable<(string Resource, string Key)> Of(ClusterSpec cluster) =>
        cluster.Karpenter is { } karpenter
            ? SubnetsOf(cluster, karpenter).Concat(cluster.NodeSecurityGroups).Select(resource => (resource, karpenter.DiscoveryTag))
            : [];
}
