namespace Mooring.Clusters;

/// <summary>How many nodes of a node group an update takes away at once: a number or a share, one of them.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupUpdateConfig.html"/>
public sealed record NodeUpdate
{
    /// <summary>Number of nodes, 1 to 100.</summary>
    /// <value>Defaults to none.</value>
    public int? MaxUnavailable { get; init; }

    /// <summary>Percentage of the nodes, 1 to 100.</summary>
    /// <value>Defaults to none.</value>
    public int? MaxUnavailablePercentage { get; init; }
}
