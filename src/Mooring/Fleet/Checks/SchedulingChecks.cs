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
            at.At(toleration.Operator).AddIf(Operator(toleration), at.At(toleration.Key));
            at.At(toleration.Effect)
                .AddIf(
                    toleration is { TolerationSeconds: not null, Effect: not TolerationEffect.NoExecute }
                        ? "must be 'NoExecute' beside 'tolerationSeconds'"
                        : null
                );
        }
    }

    private static string? Operator(TolerationSpec toleration) =>
        toleration switch
        {
            { Key: null, Operator: TolerationOperator.Equal } => "must be 'Exists' where there is no 'key', got 'Equal'",
            { Value: { Length: > 0 } value, Operator: TolerationOperator.Exists } => $"must be 'Equal' beside the value '{value}', got 'Exists'",
            _ => null,
        };

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
