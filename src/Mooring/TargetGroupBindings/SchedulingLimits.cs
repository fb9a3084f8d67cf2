using Mooring.Limits;

namespace Mooring.TargetGroupBindings;

/// <summary>What Kubernetes accepts of a pod's tolerations, node selector and priority class.</summary>
/// <seealso cref="Limit"/>
internal static class SchedulingLimits
{
    /// <summary>The errors of a toleration, each at its member.</summary>
    /// <seealso href="https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/core/validation/validation.go"/>
    public static IEnumerable<(string Member, string Fault)> Toleration(Toleration toleration)
    {
        if (toleration.Key is null && toleration.Operator != TolerationOperator.Exists)
        {
            yield return (nameof(toleration.Key), "is required with 'Equal': without a key, the operator must be 'Exists'");
        }
        else if (toleration.Key is { } key && KubernetesLimits.LabelKey(key) is { } fault)
        {
            yield return (nameof(toleration.Key), fault);
        }

        if (toleration is { Value: { Length: > 0 } given, Operator: TolerationOperator.Exists })
        {
            yield return (nameof(toleration.Value), $"must be left out with 'Exists', got '{given}'");
        }
        else if (toleration.Value is { } value && KubernetesLimits.LabelValue(value) is { } fault)
        {
            yield return (nameof(toleration.Value), fault);
        }

        if (toleration.TolerationTime is { } time && (Time(toleration.Effect) ?? Limit.Seconds((int)time.TotalSeconds, 0, int.MaxValue)) is { } ofTime)
        {
            yield return (nameof(toleration.TolerationTime), ofTime);
        }
    }

    /// <summary>The errors of a controller's release.</summary>
    public static IEnumerable<(string Property, string Fault)> Rules(ControllerReleaseProps props)
    {
        foreach (var (index, toleration) in props.Tolerations.Index())
        {
            foreach (var (member, fault) in Toleration(toleration))
            {
                yield return ($"{nameof(props.Tolerations)}[{index}].{member}", fault);
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

    private static string? Time(TolerationEffect? effect) => effect == TolerationEffect.NoExecute ? null : "must be left out without the effect 'NoExecute'";
}
