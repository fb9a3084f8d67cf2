namespace Mooring.Fleet;

/// <summary>
/// Defines a target group's part in a forward: the one of a cluster's binding, or one that the load balancer declares.
/// </summary>
public sealed record ForwardTargetGroupSpec
{
    /// <summary>Name of the cluster whose binding has the target group. Either this or <see cref="TargetGroup"/>.</summary>
    /// <value>Defaults to none.</value>
    public string? Cluster { get; init; }

    /// <summary>Name of the cluster's binding.</summary>
    /// <value>Defaults to the only binding that the cluster has to the load balancer.</value>
    public string? Binding { get; init; }

    /// <summary>Name of one of the load balancer's own <c>targetGroups</c>.</summary>
    /// <value>Defaults to none.</value>
    public string? TargetGroup { get; init; }

    /// <summary>Share of the requests, 0 to 999, relative to the weights of the forward's other target groups.</summary>
    /// <value>Defaults to 1.</value>
    public int Weight { get; init; } = 1;
}
