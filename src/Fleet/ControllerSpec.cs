namespace Mooring.Fleet;

/// <summary>Defines the AWS Load Balancer Controller that every bound cluster runs.</summary>
public sealed record ControllerSpec
{
    /// <summary>Version of the chart <c>aws-load-balancer-controller</c>.</summary>
    /// <value>Defaults to 3.5.0, which ships controller 3.5.0.</value>
    public string ChartVersion { get; init; } = TargetGroupBindings.ControllerChart.DefaultVersion;
}
