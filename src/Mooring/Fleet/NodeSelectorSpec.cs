using System.Collections.ObjectModel;

namespace Mooring.Fleet;

/// <summary>Defines which nodes are registered: those whose labels meet all of it.</summary>
public sealed record NodeSelectorSpec
{
    /// <summary>Labels that a node must have, with their values.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> MatchLabels { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>What further labels of a node must be.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<NodeSelectorRequirementSpec> MatchExpressions { get; init; } = [];
}
