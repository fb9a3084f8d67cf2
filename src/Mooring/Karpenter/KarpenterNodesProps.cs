using Mooring.Clusters;
using Mooring.Iam;

namespace Mooring.Karpenter;

/// <summary>Properties of <see cref="KarpenterNodes"/>.</summary>
public sealed record KarpenterNodesProps
{
    /// <summary>The cluster.</summary>
    public required ICluster Cluster { get; init; }

    /// <summary>Name of the cluster in EKS, the value of the tags.</summary>
    public required string EksClusterName { get; init; }

    /// <summary>Name of the role of the nodes, which is created.</summary>
    public required string RoleName { get; init; }

    /// <summary>Ids of the subnets that Karpenter may launch nodes in, at least one.</summary>
    public required IReadOnlyList<string> SubnetIds { get; init; }

    /// <summary>Ids of the security groups of the nodes.</summary>
    /// <value>Defaults to the one that EKS creates for the cluster.</value>
    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    /// <summary>Key of the tag of subnets and security groups. Its value is the cluster's name.</summary>
    /// <value>Defaults to <c>karpenter.sh/discovery</c>.</value>
    public string DiscoveryTag { get; init; } = "karpenter.sh/discovery";

    /// <summary>Settings for every role of the organization.</summary>
    /// <value>Defaults to none.</value>
    public RoleSettings RoleSettings { get; init; } = new();
}
