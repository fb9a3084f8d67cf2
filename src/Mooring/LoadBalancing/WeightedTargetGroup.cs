namespace Mooring.LoadBalancing;

/// <summary>A target group's part in a forward.</summary>
public sealed record WeightedTargetGroup
{
    /// <summary>The target group.</summary>
    public required ITargetGroup TargetGroup { get; init; }

    /// <summary>Share of the requests, 0 to 999, relative to the other weights of the forward.</summary>
    /// <value>Defaults to 1.</value>
    public int Weight { get; init; } = 1;
}
