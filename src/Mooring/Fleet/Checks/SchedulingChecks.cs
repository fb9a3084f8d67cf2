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
            at.At(toleration.Operator).AddIf(SchedulingLimits.Operator(toleration.Operator, toleration.Key, toleration.Value), at.At(toleration.Key));
            at.At(toleration.Effect).AddIf(SchedulingLimits.Effect(toleration.Effect, toleration.TolerationSeconds is not null, "tolerationSeconds"));
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
