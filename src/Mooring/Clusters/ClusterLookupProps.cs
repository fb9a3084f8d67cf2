namespace Mooring.Clusters;

/// <summary>Properties of a <see cref="ClusterLookup"/>.</summary>
public sealed record ClusterLookupProps
{
    /// <summary>Name of the cluster.</summary>
    public required string ClusterName { get; init; }
}
