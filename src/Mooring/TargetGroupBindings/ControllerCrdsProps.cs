namespace Mooring.TargetGroupBindings;

/// <summary>Properties of a <see cref="ControllerCrds"/>.</summary>
public sealed record ControllerCrdsProps
{
    /// <summary>Version of the controller's chart whose custom resource definitions are installed.</summary>
    /// <value>Defaults to <see cref="ControllerChart.DefaultVersion"/>.</value>
    public string ControllerChartVersion { get; init; } = ControllerChart.DefaultVersion;

    /// <summary>Checks of the cluster before the release is planned, applied or destroyed.</summary>
    /// <value>Defaults to none: a cluster that cannot be read is taken for one without the release.</value>
    public ReleaseGuard? Guard { get; init; }
}
