namespace Mooring.Clusters;

/// <summary>Properties of a <see cref="NodeIngress"/>.</summary>
public sealed record NodeIngressProps
{
    /// <summary>The cluster. Its nodes have its security group, to which the rule is added.</summary>
    public required ICluster Cluster { get; init; }

    /// <summary>Id of the load balancer's security group.</summary>
    public required string LoadBalancerSecurityGroupId { get; init; }

    /// <summary>The first port to open, 1 to 65535.</summary>
    /// <value>Defaults to 30000, the first of Kubernetes' node ports.</value>
    public int FromPort { get; init; } = 30000;

    /// <summary>The last port to open, 1 to 65535.</summary>
    /// <value>Defaults to 32767, the last of Kubernetes' node ports.</value>
    public int ToPort { get; init; } = 32767;
}
