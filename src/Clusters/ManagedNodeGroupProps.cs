namespace Mooring.Clusters;

/// <summary>Properties of a <see cref="ManagedNodeGroup"/>.</summary>
public sealed record ManagedNodeGroupProps
{
    /// <summary>Name of the cluster.</summary>
    public required string ClusterName { get; init; }

    /// <summary>Name of the node group, unique in its cluster.</summary>
    public required string NodeGroupName { get; init; }

    /// <summary>Name of the nodes' role, 1 to 64 characters.</summary>
    public required string RoleName { get; init; }

    /// <summary>Ids of the subnets that its nodes are in.</summary>
    public required IReadOnlyList<string> SubnetIds { get; init; }

    /// <summary>EC2 instance types that its nodes may have, at least one.</summary>
    public required IReadOnlyList<string> InstanceTypes { get; init; }

    /// <summary>The fewest nodes it may have, at least 0; it starts with as many.</summary>
    public required int MinSize { get; init; }

    /// <summary>The most nodes it may have, at least 1 and no fewer than <see cref="MinSize"/>.</summary>
    public required int MaxSize { get; init; }
}
