using Mooring.LoadBalancing;

namespace Mooring.Fleet;

/// <summary>
/// Defines a target group. Its name in AWS is <c>&lt;fleet&gt;-&lt;cluster&gt;-&lt;identity&gt;</c>, where the last part changes with each property
/// that makes AWS replace a target group: its type, protocol, protocol version, address type, port or target control port. The new one is empty
/// until the cluster is bound to it. To change one of them without a gap, add a second binding with its own name and weight 0 in the
/// forwards, so that its targets are health-checked; apply, move the weights, apply, and remove the first.
/// </summary>
public sealed record TargetGroupSpec
{
    /// <summary>
    /// ARN of a target group that already exists: Terraform imports it and owns it from then on. Its name is kept. What is declared
    /// here is what it becomes, so declare what it is.
    /// </summary>
    /// <value>Defaults to none: the target group is created.</value>
    public string? Adopt { get; init; }

    /// <summary>
    /// Whether several clusters register targets in it. Every TargetGroupBinding of it is then a multi-cluster one: without, they evict
    /// each other's targets.
    /// </summary>
    /// <value>Defaults to <c>false</c>: one cluster is bound to it.</value>
    public bool Shared { get; init; }

    /// <summary>Type of the targets: nodes or pods.</summary>
    /// <value>Defaults to <c>instance</c>.</value>
    public TargetType TargetType { get; init; } = TargetType.Instance;

    /// <summary>Kind of addresses that targets are registered with; <c>ipv6</c> needs a dual-stack load balancer.</summary>
    /// <value>Defaults to <c>ipv4</c>.</value>
    public TargetGroupIpAddressType IpAddressType { get; init; } = TargetGroupIpAddressType.Ipv4;

    /// <summary>Protocol between the load balancer and the targets.</summary>
    /// <value>Defaults to <c>HTTP</c>.</value>
    public TargetGroupProtocol Protocol { get; init; } = TargetGroupProtocol.Http;

    /// <summary>Version of HTTP between the load balancer and the targets; other than <c>HTTP1</c> only with HTTPS listeners.</summary>
    /// <value>Defaults to <c>HTTP1</c>.</value>
    public ProtocolVersion ProtocolVersion { get; init; } = ProtocolVersion.Http1;

    /// <summary>
    /// Port of a target for which none is given, 1 to 65535. The controller gives one for every target it registers; an Auto
    /// Scaling group gives none, so with <c>registerBy: autoscaling</c> it is the Service's node port.
    /// </summary>
    /// <value>Defaults to 80.</value>
    public int Port { get; init; } = 80;

    /// <summary>How the load balancer checks the health of a target.</summary>
    /// <value>Defaults to <c>200</c> on <c>/</c>.</value>
    public HealthCheckSpec HealthCheck { get; init; } = new();

    /// <summary>Time that a target is given to finish its requests when it leaves, 0 to 3600 seconds.</summary>
    /// <value>Defaults to 300 seconds.</value>
    public int? DeregistrationDelay { get; init; }

    /// <summary>Time in which a new target's share of the requests grows, 30 to 900 seconds; with <c>round_robin</c> only.</summary>
    /// <value>Defaults to none: it has its whole share at once.</value>
    public int? SlowStart { get; init; }

    /// <summary>Sends the requests of a client to the same target.</summary>
    /// <value>Defaults to none: any request may go to any target.</value>
    public StickinessSpec? Stickiness { get; init; }

    /// <summary>How a target is chosen.</summary>
    /// <value>Defaults to <c>round_robin</c>.</value>
    public LoadBalancingAlgorithm Algorithm { get; init; } = LoadBalancingAlgorithm.RoundRobin;

    /// <summary>Whether targets that fail more than others get fewer requests; with <c>weighted_random</c> only.</summary>
    /// <value>Defaults to <c>false</c>.</value>
    public bool AnomalyMitigation { get; init; }

    /// <summary>Whether requests go to targets in all zones, or stay in the zone they came in.</summary>
    /// <value>Defaults to the load balancer's setting, which is all zones.</value>
    public bool? CrossZone { get; init; }

    /// <summary>
    /// How many targets must be healthy before a zone, or the health of targets, is given up. Removed, it leaves both as they are: write
    /// <c>targetGroupHealth: {}</c> first.
    /// </summary>
    /// <value>Defaults to one healthy target where Terraform creates the target group, and otherwise to what it has.</value>
    public TargetGroupHealthSpec? TargetGroupHealth { get; init; }

    /// <summary>
    /// Port of AWS's agent beside each target, which tells the load balancer how many requests the target can take (target optimizer), 1 to 65535. The
    /// security groups open it, too. AWS replaces the target group when it changes.
    /// </summary>
    /// <value>Defaults to none: the algorithm alone chooses targets.</value>
    public int? TargetControlPort { get; init; }
}
