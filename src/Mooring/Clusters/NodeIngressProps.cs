using Mooring.Limits;

namespace Mooring.Clusters;

/// <summary>Properties of a <see cref="NodeIngress"/>.</summary>
public sealed record NodeIngressProps
{
    internal const int FirstNodePort = KubernetesLimits.LowestNodePort;
    internal const int LastNodePort = KubernetesLimits.HighestNodePort;

    /// <summary>The cluster. Its nodes have its security group, to which the rule is added.</summary>
    public required ICluster Cluster { get; init; }

    /// <summary>Id of the security group that the nodes have instead of the cluster's.</summary>
    /// <value>Defaults to none: they have the one that EKS creates for the cluster.</value>
    public string? NodeSecurityGroupId { get; init; }

    /// <summary>
    /// Id of the load balancer's security group; <c>&lt;account&gt;/&lt;id&gt;</c> for one of another account. It is of the same VPC, or of one that is
    /// peered in the region. Either this or <see cref="LoadBalancerCidr"/>.
    /// </summary>
    /// <value>Defaults to none.</value>
    /// <seealso href="https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html"/>
    public string? LoadBalancerSecurityGroupId { get; init; }

    /// <summary>A CIDR block that the load balancer has its addresses in, IPv4 or IPv6.</summary>
    /// <value>Defaults to none.</value>
    public string? LoadBalancerCidr { get; init; }

    /// <summary>Logical id that the rule had before: a <c>moved</c> block takes it along, so that it is not replaced.</summary>
    /// <value>Defaults to none.</value>
    public string? MovedFrom { get; init; }

    /// <summary>The first port to open, 1 to 65535.</summary>
    /// <value>Defaults to 30000, the first of Kubernetes' node ports.</value>
    public int FromPort { get; init; } = FirstNodePort;

    /// <summary>The last port to open, 1 to 65535.</summary>
    /// <value>Defaults to 32767, the last of Kubernetes' node ports.</value>
    public int ToPort { get; init; } = LastNodePort;
}
