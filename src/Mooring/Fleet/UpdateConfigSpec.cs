namespace Mooring.Fleet;

/// <summary>Defines how many nodes of a node group an update takes away at once, by one of a number and a share.</summary>
public sealed record UpdateConfigSpec
{
    /// <summary>Number of nodes, 1 to 100.</summary>
    /// <value>Defaults to none.</value>
    public int? MaxUnavailable { get; init; }

    /// <summary>Percentage of the nodes, 1 to 100.</summary>
    /// <value>Defaults to none.</value>
    public int? MaxUnavailablePercentage { get; init; }
}
