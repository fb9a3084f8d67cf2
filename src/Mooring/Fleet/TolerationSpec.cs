using Mooring.TargetGroupBindings;

namespace Mooring.Fleet;

/// <summary>Defines taints of nodes that the controller's pods tolerate.</summary>
public sealed record TolerationSpec
{
    /// <summary>Key of the taint.</summary>
    /// <value>Defaults to every key, which needs <c>operator: Exists</c>.</value>
    public string? Key { get; init; }

    /// <summary>How the taint is compared.</summary>
    /// <value>Defaults to <c>Equal</c>.</value>
    public TolerationOperator Operator { get; init; } = TolerationOperator.Equal;

    /// <summary>Value of the taint; not with <c>Exists</c>.</summary>
    /// <value>Defaults to an empty one.</value>
    [MayBeEmpty]
    public string? Value { get; init; }

    /// <summary>Effect of the taint.</summary>
    /// <value>Defaults to every effect.</value>
    public TolerationEffect? Effect { get; init; }

    /// <summary>Time that a pod stays on a node that gets the taint, 0 or more seconds; only with the effect <c>NoExecute</c>.</summary>
    /// <value>Defaults to no limit.</value>
    public int? TolerationSeconds { get; init; }
}
