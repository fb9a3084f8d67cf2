namespace Mooring.Fleet;

/// <summary>Defines a target group's part in a forward. The target group is the one of a cluster's binding.</summary>
public sealed record ForwardTargetGroupSpec
{
    /// <summary>Name of the cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>Name of the cluster's binding.</summary>
    /// <value>Defaults to the only binding that the cluster has to the load balancer.</value>
    public string? Binding { get; init; }

    /// <summary>Share of the requests, 0 to 999, relative to the weights of the forward's other target groups.</summary>
    /// <value>Defaults to 1.</value>
    public int Weight { get; init; } = 1;
}
