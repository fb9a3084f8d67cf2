namespace Mooring.LoadBalancing;

/// <summary>Passes requests on to target groups, shared out by their weights.</summary>
public sealed record ForwardAction : ListenerAction
{
    /// <summary>The target groups, 1 to 5.</summary>
    public required IReadOnlyList<WeightedTargetGroup> TargetGroups { get; init; }

    internal override string TerraformType => "forward";
}
