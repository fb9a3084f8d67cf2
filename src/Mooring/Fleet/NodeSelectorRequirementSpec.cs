using Mooring.TargetGroupBindings;

namespace Mooring.Fleet;

/// <summary>Defines what a label of a node must be.</summary>
public sealed record NodeSelectorRequirementSpec
{
    /// <summary>Key of the label.</summary>
    public required string Key { get; init; }

    /// <summary>How it is compared.</summary>
    public required NodeSelectorOperator Operator { get; init; }

    /// <summary>The values it is compared with: at least one for <c>In</c> and <c>NotIn</c>, none for the other two.</summary>
    /// <value>Defaults to none.</value>
    [MayBeEmpty]
    public IReadOnlyList<string> Values { get; init; } = [];
}
