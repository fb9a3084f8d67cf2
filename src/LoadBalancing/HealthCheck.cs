namespace Mooring.LoadBalancing;

/// <summary>How a load balancer finds out whether a target is healthy.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html"/>
public sealed record HealthCheck
{
    /// <summary>Path that is asked for, 1 to 1024 characters beginning with <c>/</c>.</summary>
    /// <value>Defaults to <c>/</c>.</value>
    public string Path { get; init; } = "/";

    /// <summary>HTTP statuses of a healthy target, such as <c>200</c>, <c>200,204</c> or <c>200-399</c>.</summary>
    /// <value>Defaults to <c>200</c>.</value>
    public string Matcher { get; init; } = "200";
}
