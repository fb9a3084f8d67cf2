namespace Mooring.TargetGroupBindings;

/// <summary>Properties of a <see cref="TargetGroupBindingRelease"/>.</summary>
public sealed record TargetGroupBindingReleaseProps
{
    /// <summary>The TargetGroupBindings, at least one.</summary>
    public required IReadOnlyList<TargetGroupBinding> Bindings { get; init; }

    /// <summary>The controller's release, which is installed before and removed after this one.</summary>
    /// <value>Defaults to none, for a cluster whose controller is installed otherwise.</value>
    public ControllerRelease? Controller { get; init; }

    /// <summary>Checks of the cluster before the release is planned, applied or destroyed.</summary>
    /// <value>Defaults to none: a cluster that cannot be read is taken for one without the release.</value>
    public ReleaseGuard? Guard { get; init; }

    /// <summary>Whether the release takes over resources that are there already, such as those that Argo CD installed.</summary>
    /// <value>Defaults to <see langword="false"/>: such a resource is an error.</value>
    public bool TakeOwnership { get; init; }

    /// <summary>Version of the controller in the cluster: a TargetGroupBinding must not have a field that it does not know.</summary>
    /// <value>
    /// Defaults to that of <see cref="Controller"/>, or without one to what <see cref="ControllerChart.DefaultVersion"/> ships.
    /// </value>
    public ControllerVersion? ControllerVersion { get; init; }
}
