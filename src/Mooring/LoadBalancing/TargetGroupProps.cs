namespace Mooring.LoadBalancing;

/// <summary>Properties of a <see cref="TargetGroup"/>.</summary>
public sealed record TargetGroupProps
{
    /// <summary>Name of the target group: 1 to 32 letters, digits and inner hyphens.</summary>
    /// <remarks>
    /// Change it together with <see cref="VpcId"/>, <see cref="TargetType"/>, <see cref="Protocol"/>, <see cref="ProtocolVersion"/>,
    /// <see cref="IpAddressType"/> and <see cref="Port"/>: AWS replaces the target group when one of them changes, and creates the new one while
    /// the old one still has its name.
    /// </remarks>
    public required string TargetGroupName { get; init; }

    /// <summary>ARN of the target group of this name that already exists: Terraform imports it and creates none.</summary>
    /// <value>Defaults to none: Terraform creates it.</value>
    public string? AdoptArn { get; init; }

    /// <summary>Id of the VPC that its targets are in.</summary>
    public required string VpcId { get; init; }

    /// <summary>Type of the targets: nodes or pods.</summary>
    /// <value>Defaults to <see cref="TargetType.Instance"/>.</value>
    public TargetType TargetType { get; init; } = TargetType.Instance;

    /// <summary>Address type of the targets.</summary>
    /// <value>Defaults to <see cref="TargetGroupIpAddressType.Ipv4"/>.</value>
    public TargetGroupIpAddressType IpAddressType { get; init; } = TargetGroupIpAddressType.Ipv4;

    /// <summary>Protocol between the load balancer and the targets.</summary>
    /// <value>Defaults to <see cref="TargetGroupProtocol.Http"/>.</value>
    public TargetGroupProtocol Protocol { get; init; } = TargetGroupProtocol.Http;

    /// <summary>Version of HTTP between the load balancer and the targets.</summary>
    /// <value>Defaults to <see cref="ProtocolVersion.Http1"/>.</value>
    public ProtocolVersion ProtocolVersion { get; init; } = ProtocolVersion.Http1;

    /// <summary>Port of a target for which none is given, 1 to 65535.</summary>
    /// <value>Defaults to 80.</value>
    public int Port { get; init; } = 80;

    /// <summary>How the load balancer checks the health of a target.</summary>
    /// <value>Defaults to <c>200</c> on <c>/</c>.</value>
    public HealthCheck HealthCheck { get; init; } = new();

    /// <summary>Time that a target is given to finish its requests when it leaves, 0 to 3600 seconds.</summary>
    /// <value>Defaults to AWS's 300 seconds.</value>
    public TimeSpan? DeregistrationDelay { get; init; }

    /// <summary>Time in which a new target's share of the requests grows, 30 to 900 seconds.</summary>
    /// <value>Defaults to none: it has its whole share at once.</value>
    public TimeSpan? SlowStart { get; init; }

    /// <summary>Sends the requests of a client to the same target.</summary>
    /// <value>Defaults to none: any request may go to any target.</value>
    public TargetStickiness? Stickiness { get; init; }

    /// <summary>How a target is chosen.</summary>
    /// <value>Defaults to <see cref="LoadBalancingAlgorithm.RoundRobin"/>.</value>
    public LoadBalancingAlgorithm Algorithm { get; init; } = LoadBalancingAlgorithm.RoundRobin;

    /// <summary>Whether targets that fail more than others get fewer requests; with <see cref="LoadBalancingAlgorithm.WeightedRandom"/> only.</summary>
    /// <value>Defaults to no.</value>
    public bool AnomalyMitigation { get; init; }

    /// <summary>Whether requests go to targets in all zones, or stay in the zone they came in.</summary>
    /// <value>Defaults to the load balancer's setting, which is all zones.</value>
    public bool? CrossZone { get; init; }

    /// <summary>How many targets must be healthy before a zone, or the health of targets, is given up.</summary>
    /// <value>Defaults to none: a new target group needs one healthy target, and another one keeps what it has.</value>
    public TargetGroupHealth? Health { get; init; }

    /// <summary>
    /// Port of the agent beside each target that tells the load balancer how many requests the target can take (target optimizer), 1 to 65535. AWS
    /// replaces the target group when it changes.
    /// </summary>
    /// <value>Defaults to none: the algorithm alone chooses targets.</value>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-register-targets.html#register-targets-target-optimizer"/>
    public int? TargetControlPort { get; init; }

    /// <summary>Tags.</summary>
    /// <value>Defaults to none but the provider's.</value>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
