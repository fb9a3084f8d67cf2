namespace Mooring.TargetGroupBindings;

/// <summary>Properties of a <see cref="ReleaseGuard"/>.</summary>
public sealed record ReleaseGuardProps
{
    /// <summary>Name of the cluster, for messages: a name and not a token.</summary>
    public required string ClusterName { get; init; }

    /// <summary>Names of the guarded releases.</summary>
    /// <value>Defaults to those of the controller, its custom resource definitions and the bindings.</value>
    public IReadOnlyList<string> ReleaseNames { get; init; } = [ControllerRelease.Name, ControllerCrds.Name, TargetGroupBindingRelease.Name];

    /// <summary>Which controller the guarded bindings are of.</summary>
    /// <value>Defaults to <see cref="ControllerKind.AwsLoadBalancerController"/>.</value>
    public ControllerKind Controller { get; init; } = ControllerKind.AwsLoadBalancerController;

    /// <summary>Namespaces of the bound Services, each of which must exist.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> Namespaces { get; init; } = [];
}
