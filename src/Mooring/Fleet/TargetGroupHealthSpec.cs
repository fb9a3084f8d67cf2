namespace Mooring.Fleet;

/// <summary>
/// Defines how many targets of a target group must be healthy, in each zone of the load balancer, or in all together with cross-zone load balancing. A count
/// and a percentage both hold: falling below either one is enough. Where a target group has this mapping, even an empty one, Terraform owns all of it: what
/// is left out has its default.
/// </summary>
public sealed record TargetGroupHealthSpec
{
    /// <summary>
    /// Number of healthy targets below which a zone is taken out of the load balancer's DNS, at least <see cref="RoutingMinimumHealthyCount"/>; 0 for any.
    /// AWS asks for 0 where the load balancer is a target of a Network Load Balancer or of Global Accelerator.
    /// </summary>
    /// <value>Defaults to 1.</value>
    public int DnsMinimumHealthyCount { get; init; } = 1;

    /// <summary>
    /// Percentage of the targets that must be healthy for a zone to stay in the load balancer's DNS, at least
    /// <see cref="RoutingMinimumHealthyPercentage"/>, 1 to 100; 0 for any.
    /// </summary>
    /// <value>Defaults to 0.</value>
    public int DnsMinimumHealthyPercentage { get; init; }

    /// <summary>Number of healthy targets below which requests go to all targets, also to those that are not healthy; at least 1.</summary>
    /// <value>Defaults to 1.</value>
    public int RoutingMinimumHealthyCount { get; init; } = 1;

    /// <summary>Percentage of healthy targets below which requests go to all targets, also to those that are not healthy, 1 to 100; 0 for none.</summary>
    /// <value>Defaults to 0.</value>
    public int RoutingMinimumHealthyPercentage { get; init; }
}
