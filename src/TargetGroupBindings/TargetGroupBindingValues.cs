using Mooring.LoadBalancing;

namespace Mooring.TargetGroupBindings;

/// <summary>
/// What the chart of TargetGroupBindings is told of one of them. Helm delivery and Argo CD delivery tell it the same.
/// </summary>
internal static class TargetGroupBindingValues
{
    /// <summary>The entry of the chart's <c>bindings</c>.</summary>
    public static Dictionary<string, object> Of(TargetGroupBinding binding)
    {
        var values = new Dictionary<string, object>
        {
            ["name"] = binding.Name,
            ["namespace"] = binding.Namespace,
            ["targetType"] = binding.TargetType.Word(),
            ["targetGroupARN"] = binding.TargetGroupArn,
            ["serviceRef"] = new Dictionary<string, object> { ["name"] = binding.ServiceName, ["port"] = binding.ServicePort.Value },
        };

        // Pods are on whatever node they are on: Kubernetes refuses a node selector with target type ip.
        if (binding.TargetType == TargetType.Instance)
        {
            values["nodeSelector"] = new Dictionary<string, object>
            {
                ["matchExpressions"] = new[]
                {
                    new Dictionary<string, object> { ["key"] = TargetGroupBindingRelease.ExcludeNodeLabel, ["operator"] = "DoesNotExist" },
                },
            };
        }

        return values;
    }
}
