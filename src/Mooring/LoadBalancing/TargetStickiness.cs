namespace Mooring.LoadBalancing;

/// <summary>Sends the requests of a client to the target that got its first request.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html"/>
public sealed record TargetStickiness
{
    /// <summary>How long a client stays with its target, 1 second to 7 days.</summary>
    /// <value>Defaults to 1 day.</value>
    public TimeSpan Duration { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Name of the application's cookie that is followed.</summary>
    /// <value>Defaults to a cookie of the load balancer's own.</value>
    public string? CookieName { get; init; }
}
