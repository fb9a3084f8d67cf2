using Mooring.LoadBalancing;

namespace Mooring.Fleet;

/// <summary>
/// Defines the target group of a binding. Its name in AWS is <c>&lt;fleet&gt;-&lt;cluster&gt;-&lt;identity&gt;</c>, where the last
/// part changes with whatever makes AWS replace a target group: its type, protocol or port. The new one is empty until the
/// cluster is bound to it. To change one of them without a gap, add a second binding with a name of its own, move the
/// weights, and remove the first.
/// </summary>
public sealed record TargetGroupSpec
{
    /// <summary>What is registered: nodes or pods.</summary>
    /// <value>Defaults to <c>instance</c>.</value>
    public TargetType TargetType { get; init; } = TargetType.Instance;

    /// <summary>Protocol the load balancer speaks to the targets.</summary>
    /// <value>Defaults to <c>HTTP</c>.</value>
    public TargetGroupProtocol Protocol { get; init; } = TargetGroupProtocol.Http;

    /// <summary>Port of a target for which none is given, 1 to 65535. The controller gives one for every target it registers.</summary>
    /// <value>Defaults to 80.</value>
    public int Port { get; init; } = 80;

    /// <summary>How the load balancer finds out whether a target is healthy.</summary>
    /// <value>Defaults to <c>200</c> on <c>/</c>.</value>
    public HealthCheckSpec HealthCheck { get; init; } = new();
}
