namespace Mooring.LoadBalancing;

/// <summary>
/// How many targets of a <see cref="TargetGroup"/> must be healthy, in each zone of the load balancer, or in all together with cross-zone load balancing. Where
/// a target group has this record, Terraform owns all of it.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health.html"/>
public sealed record TargetGroupHealth
{
    /// <summary>Number of healthy targets below which a zone is taken out of the load balancer's DNS; 0 for any.</summary>
    /// <value>Defaults to 1.</value>
    public int DnsMinimumHealthyTargetCount { get; init; } = 1;

    /// <summary>Percentage of healthy targets below which a zone is taken out of the load balancer's DNS, 1 to 100; 0 for none.</summary>
    /// <value>Defaults to 0.</value>
    public int DnsMinimumHealthyTargetPercentage { get; init; }

    /// <summary>Number of healthy targets below which requests go to all targets, at least 1.</summary>
    /// <value>Defaults to 1.</value>
    public int RoutingMinimumHealthyTargetCount { get; init; } = 1;

    /// <summary>Percentage of healthy targets below which requests go to all targets, 1 to 100; 0 for none.</summary>
    /// <value>Defaults to 0.</value>
    public int RoutingMinimumHealthyTargetPercentage { get; init; }
}
