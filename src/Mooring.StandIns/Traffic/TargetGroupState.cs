namespace Mooring.StandIns.Traffic;

/// <summary>Whether the targets of a group answer a load balancer.</summary>
public enum TargetGroupState
{
    /// <summary>They answer.</summary>
    Serving,

    /// <summary>It has none: the load balancer answers 503.</summary>
    Empty,

    /// <summary>Security groups do not let the load balancer reach them: it answers 504.</summary>
    Closed,
}
