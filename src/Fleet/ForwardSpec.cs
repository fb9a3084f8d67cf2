namespace Mooring.Fleet;

/// <summary>Defines a forward: requests go to one target group, or are shared out among several by their weights.</summary>
public sealed record ForwardSpec
{
    /// <summary>The target groups, 1 to 5.</summary>
    public required IReadOnlyList<ForwardTargetGroupSpec> TargetGroups { get; init; }
}
