namespace Mooring.Fleet;

/// <summary>Defines a target group's health check.</summary>
public sealed record HealthCheckSpec
{
    /// <summary>Path that is asked for, beginning with <c>/</c>.</summary>
    /// <value>Defaults to <c>/</c>.</value>
    public string Path { get; init; } = "/";

    /// <summary>HTTP statuses of a healthy target, such as <c>200</c> or <c>200-399</c>.</summary>
    /// <value>Defaults to <c>200</c>.</value>
    public string Matcher { get; init; } = "200";
}
