namespace Mooring.Fleet;

/// <summary>Defines the quotas of a load balancer that AWS raised. A fleet that exceeds them has an error.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html"/>
/// <seealso href="https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups"/>
public sealed record QuotasSpec
{
    /// <summary>Listeners that it may have.</summary>
    /// <value>Defaults to 50.</value>
    public int Listeners { get; init; } = 50;

    /// <summary>Rules that all its listeners may have together, default actions not counted.</summary>
    /// <value>Defaults to 100.</value>
    public int Rules { get; init; } = 100;

    /// <summary>
    /// Inbound rules that the security group of a load balancer may have, where the fleet creates it. A prefix list counts with its maximum number of
    /// entries.
    /// </summary>
    /// <value>Defaults to 60.</value>
    public int SecurityGroupRules { get; init; } = 60;

    /// <summary>Targets that all its target groups may have together. A node counts once for each target group.</summary>
    /// <value>Defaults to 1000.</value>
    public int Targets { get; init; } = 1000;

    /// <summary>Certificates that all its listeners may have together, default certificates not counted.</summary>
    /// <value>Defaults to 25.</value>
    public int Certificates { get; init; } = 25;
}
