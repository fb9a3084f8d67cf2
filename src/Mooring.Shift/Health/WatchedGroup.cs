namespace Mooring.Shift.Health;

/// <summary>A target group that gets more requests by a shift.</summary>
/// <param name="Name">Its name in the forward: <c>green</c>.</param>
/// <param name="Arn">Its ARN.</param>
internal sealed record WatchedGroup(string Name, string Arn);
