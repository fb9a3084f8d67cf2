namespace Mooring.Fleet;

/// <summary>Defines an EKS managed node group.</summary>
public sealed record NodeGroupSpec
{
    /// <summary>EC2 instance types that its nodes may have.</summary>
    public required IReadOnlyList<string> InstanceTypes { get; init; }

    /// <summary>
    /// The fewest nodes it may have; it starts with as many. EKS refuses to raise it above the number of nodes there are
    /// right now.
    /// </summary>
    public required int MinSize { get; init; }

    /// <summary>The most nodes it may have, at least 1.</summary>
    public required int MaxSize { get; init; }
}
