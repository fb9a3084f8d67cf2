using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.TargetGroupBindings;

namespace Mooring.Fleet.Checks;

/// <summary>Checks on which nodes pods of a controller may run.</summary>
internal static class SchedulingChecks
{
    /// <summary>Adds the errors of tolerations.</summary>
    public static void Check(IReadOnlyList<TolerationSpec> tolerations, FaultScope scope)
    {
        foreach (var (index, toleration) in tolerations.Index())
        {
            var at = scope.Entry(index);
            at.Check(toleration.Key, KubernetesLimits.LabelKey);
            at.Check(toleration.Value, KubernetesLimits.LabelValue);
            at.Check(toleration.TolerationSeconds, ControllerLimits.TolerationSeconds);
            if (toleration is { Key: null, Operator: TolerationOperator.Equal } && !at.At(toleration.Operator).IsUnreadable && !at.At(toleration.Key).IsUnreadable)
            {
                at.AddBeside("must have 'key' with the operator 'Equal', or the operator 'Exists'");
            }

            if (toleration is { Value: { Length: > 0 } value, Operator: TolerationOperator.Exists })
            {
                at.At(toleration.Value).Add($"must be left out with the operator 'Exists', got '{value}'");
            }

            if (toleration is { TolerationSeconds: not null, Effect: not TolerationEffect.NoExecute } && !at.At(toleration.Effect).IsUnreadable)
            {
                at.At(toleration.TolerationSeconds).Add("must be left out without the effect 'NoExecute'");
            }
        }
    }

    /// <summary>Adds the errors of a node selector.</summary>
    public static void Check(IReadOnlyDictionary<string, string> labels, FaultScope scope)
    {
        foreach (var (key, value) in labels)
        {
            var at = scope.Entry(key);
            at.AddBeside(KubernetesLimits.LabelKey(key));
            at.AddIf(KubernetesLimits.LabelValue(value));
        }
    }
}
