namespace Mooring.TargetGroupBindings;

/// <summary>How a label of a node is compared.</summary>
/// <seealso href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#set-based-requirement"/>
public enum NodeSelectorOperator
{
    /// <summary>The label has one of the values.</summary>
    In,

    /// <summary>The label has none of the values, or is missing.</summary>
    NotIn,

    /// <summary>The label exists, with any value.</summary>
    Exists,

    /// <summary>The label is missing.</summary>
    DoesNotExist,
}
