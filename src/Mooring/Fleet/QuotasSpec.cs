namespace Mooring.Fleet;

/// <summary>Defines the quotas of a load balancer that AWS raised. A fleet that exceeds them has an error.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html"/>
public sealed record QuotasSpec
{
    /// <summary>Listeners that it may have.</summary>
    /// <value>Defaults to 50.</value>
    public int Listeners { get; init; } = 50;

    /// <summary>Rules that all its listeners may have together, default actions not counted.</summary>
    /// <value>Defaults to 100.</value>
    public int Rules { get; init; } = 100;

    /// <summary>Certificates that all its listeners may have together, default certificates not counted.</summary>
    /// <value>Defaults to 25.</value>
    public int Certificates { get; init; } = 25;
}
