namespace Mooring.Clusters;

/// <summary>Properties of a <see cref="ManagedNodeGroup"/>.</summary>
public sealed record ManagedNodeGroupProps
{
    /// <summary>Name of the cluster.</summary>
    public required string ClusterName { get; init; }

    /// <summary>Name of the node group, unique in its cluster: 1 to 63 letters, digits, hyphens and underscores.</summary>
    /// <remarks>
    /// Let it change with <see cref="InstanceTypes"/> and <see cref="SubnetIds"/>: EKS replaces the node group when one of them
    /// changes, and the new one is created while the old one still has its name.
    /// </remarks>
    public required string NodeGroupName { get; init; }

    /// <summary>Name of the nodes' role, 1 to 64 characters.</summary>
    public required string RoleName { get; init; }

    /// <summary>Ids of the subnets that its nodes are in.</summary>
    public required IReadOnlyList<string> SubnetIds { get; init; }

    /// <summary>EC2 instance types that its nodes may have, at least one.</summary>
    public required IReadOnlyList<string> InstanceTypes { get; init; }

    /// <summary>The fewest nodes it may have, at least 0; it starts with as many.</summary>
    /// <remarks>EKS refuses to raise it above the number of nodes there are right now, which is the autoscaler's to raise first.</remarks>
    public required int MinSize { get; init; }

    /// <summary>The most nodes it may have, at least 1 and no fewer than <see cref="MinSize"/>.</summary>
    public required int MaxSize { get; init; }
}
