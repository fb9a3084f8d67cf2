namespace Mooring.LoadBalancing;

/// <summary>How a load balancer checks the health of a target.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"/>
public sealed record HealthCheck
{
    /// <summary>
    /// Path of the request, 1 to 1024 characters beginning with <c>/</c>; with gRPC the method, such as <c>/AWS.ALB/healthcheck</c>.
    /// </summary>
    /// <value>Defaults to <c>/</c>.</value>
    public string Path { get; init; } = "/";

    /// <summary>HTTP statuses of a healthy target, such as <c>200</c>, <c>200,204</c> or <c>200-399</c>; with gRPC its codes, 0 to 99.</summary>
    /// <value>Defaults to <c>200</c>, with gRPC to <c>12</c>, not implemented.</value>
    public string? Matcher { get; init; }

    /// <summary>Protocol of the health check.</summary>
    /// <value>Defaults to that of the target group.</value>
    public TargetGroupProtocol? Protocol { get; init; }

    /// <summary>Port of the request, 1 to 65535.</summary>
    /// <value>Defaults to the one that a target was registered with.</value>
    public int? Port { get; init; }

    /// <summary>Time between two checks of a target, 5 to 300 seconds.</summary>
    /// <value>Defaults to 30 seconds.</value>
    public TimeSpan? Interval { get; init; }

    /// <summary>Time after which a check has failed, 2 to 120 seconds and less than the interval.</summary>
    /// <value>Defaults to 5 seconds.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Successes in a row after which a target is healthy, 2 to 10.</summary>
    /// <value>Defaults to 3.</value>
    public int? HealthyThreshold { get; init; }

    /// <summary>Failures in a row after which a target is unhealthy, 2 to 10.</summary>
    /// <value>Defaults to 3.</value>
    public int? UnhealthyThreshold { get; init; }
}
