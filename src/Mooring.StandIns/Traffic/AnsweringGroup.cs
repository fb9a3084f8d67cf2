namespace Mooring.StandIns.Traffic;

/// <summary>A target group that requests are forwarded to.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Name">Its name.</param>
/// <param name="Weight">Its weight among the target groups of the action.</param>
/// <param name="State">Whether its targets answer.</param>
public sealed record AnsweringGroup(string Arn, string Name, int Weight, TargetGroupState State);
