namespace Mooring.TargetGroupBindings;

/// <summary>Taints of nodes that pods of the controller tolerate.</summary>
/// <seealso href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#scheduling"/>
public sealed record Toleration
{
    /// <summary>Key of the taint.</summary>
    /// <value>Defaults to every key, which needs <see cref="TolerationOperator.Exists"/>.</value>
    public string? Key { get; init; }

    /// <summary>How the taint is compared.</summary>
    /// <value>Defaults to <see cref="TolerationOperator.Equal"/>.</value>
    public TolerationOperator Operator { get; init; } = TolerationOperator.Equal;

    /// <summary>Value of the taint; not with <see cref="TolerationOperator.Exists"/>.</summary>
    /// <value>Defaults to an empty one.</value>
    public string? Value { get; init; }

    /// <summary>Effect of the taint.</summary>
    /// <value>Defaults to every effect.</value>
    public TolerationEffect? Effect { get; init; }

    /// <summary>Time that a pod stays on a node that gets the taint, 0 or more; only with <see cref="TolerationEffect.NoExecute"/>.</summary>
    /// <value>Defaults to no limit.</value>
    public TimeSpan? TolerationTime { get; init; }
}
