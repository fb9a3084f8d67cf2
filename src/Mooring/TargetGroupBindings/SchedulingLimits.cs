using Mooring.Limits;

namespace Mooring.TargetGroupBindings;

/// <summary>What Kubernetes accepts of a pod's tolerations, node selector and priority class.</summary>
/// <seealso cref="Limit"/>
internal static class SchedulingLimits
{
    /// <summary>The operator: without a key it matches every taint, and with <c>Exists</c> there is no value to compare.</summary>
    /// <seealso href="https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/core/validation/validation.go"/>
    public static string? Operator(TolerationOperator value, string? key, string? taint) =>
        value switch
        {
            TolerationOperator.Equal when key is null => "must be 'Exists' where there is no 'key', got 'Equal'",
            TolerationOperator.Exists when taint is { Length: > 0 } => $"must be 'Equal' beside the value '{taint}', got 'Exists'",
            _ => null,
        };

    /// <summary>The effect: only <c>NoExecute</c> has a time after which pods leave.</summary>
    /// <param name="effect">The effect.</param>
    /// <param name="isTimed">Whether the toleration has a time.</param>
    /// <param name="time">What its member is called.</param>
    public static string? Effect(TolerationEffect? effect, bool isTimed, string time) =>
        isTimed && effect != TolerationEffect.NoExecute ? $"must be 'NoExecute' beside '{time}'" : null;

    private static IEnumerable<(string Member, string? Fault)> Toleration(Toleration toleration) =>
        [
            (nameof(toleration.Key), toleration.Key is { } key ? KubernetesLimits.LabelKey(key) : null),
            (nameof(toleration.Operator), Operator(toleration.Operator, toleration.Key, toleration.Value)),
            (nameof(toleration.Value), toleration.Value is { } value ? KubernetesLimits.LabelValue(value) : null),
            (nameof(toleration.Effect), Effect(toleration.Effect, toleration.TolerationTime is not null, nameof(toleration.TolerationTime))),
            (nameof(toleration.TolerationTime), toleration.TolerationTime is { } time ? Limit.Seconds((int)time.TotalSeconds, 0, int.MaxValue) : null),
        ];

    /// <summary>The errors of a controller's release.</summary>
    public static IEnumerable<(string Property, string Fault)> Rules(ControllerReleaseProps props)
    {
        foreach (var (index, toleration) in props.Tolerations.Index())
        {
            foreach (var (member, fault) in Toleration(toleration))
            {
                if (fault is not null)
                {
                    yield return ($"{nameof(props.Tolerations)}[{index}].{member}", fault);
                }
            }
        }

        foreach (var (key, value) in props.NodeSelector)
        {
            if ((KubernetesLimits.LabelKey(key) ?? KubernetesLimits.LabelValue(value)) is { } fault)
            {
                yield return (nameof(props.NodeSelector), fault);
            }
        }

        if (props.PriorityClass is { } name && KubernetesLimits.DnsSubdomain(name) is { } ofName)
        {
            yield return (nameof(props.PriorityClass), ofName);
        }
    }
}
