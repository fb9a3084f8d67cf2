namespace Mooring.TargetGroupBindings;

/// <summary>What a label of a node must be for the node to be a target.</summary>
/// <seealso href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#set-based-requirement"/>
public sealed record NodeSelectorRequirement
{
    /// <summary>Key of the label: a name, which may have a DNS subdomain and <c>/</c> in front.</summary>
    public required string Key { get; init; }

    /// <summary>How it is compared.</summary>
    public required NodeSelectorOperator Operator { get; init; }

    /// <summary>
    /// The values it is compared with: at least one for <see cref="NodeSelectorOperator.In"/> and
    /// <see cref="NodeSelectorOperator.NotIn"/>, none for the other two.
    /// </summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> Values { get; init; } = [];
}
