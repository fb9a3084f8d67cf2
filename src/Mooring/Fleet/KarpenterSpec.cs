using Mooring.Identity;

namespace Mooring.Fleet;

/// <summary>
/// Defines what <see href="https://karpenter.sh/docs/">Karpenter</see> needs in a cluster; <c>{}</c> is all of it: the roles of its controller and its nodes,
/// their access entry, the tags by which it finds subnets and security groups, and the queue that tells it of interruptions. You install Karpenter yourself.
/// See <c>docs/karpenter.md</c>.
/// </summary>
public sealed record KarpenterSpec
{
    /// <summary>Namespace that Karpenter is installed in. Its service account is <c>karpenter</c>.</summary>
    /// <value>Defaults to <c>kube-system</c>, as in Karpenter's chart.</value>
    public string Namespace { get; init; } = "kube-system";

    /// <summary>How its service account gets its role.</summary>
    /// <value>Defaults to that of the cluster's AWS Load Balancer Controller.</value>
    public WorkloadIdentity? Identity { get; init; }

    /// <summary>Ids of the subnets that Karpenter launches nodes in, which get the tag.</summary>
    /// <value>Defaults to the cluster's.</value>
    public IReadOnlyList<string> Subnets { get; init; } = [];

    /// <summary>
    /// Key of the tag that subnets and security groups of the nodes get, with the cluster's name as its value. A subnet has one value of a key: clusters that
    /// share a subnet need a key each.
    /// </summary>
    /// <value>Defaults to <c>karpenter.sh/discovery</c>.</value>
    public string DiscoveryTag { get; init; } = "karpenter.sh/discovery";
}
