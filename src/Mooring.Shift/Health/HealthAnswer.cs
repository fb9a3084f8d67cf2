namespace Mooring.Shift.Health;

/// <summary>What AWS answered about target groups and alarms.</summary>
/// <param name="Problems">What is not healthy.</param>
/// <param name="Found">What was found, in a line.</param>
internal sealed record HealthAnswer(IReadOnlyList<string> Problems, string Found)
{
    /// <summary>Whether target groups may get more requests.</summary>
    public bool IsHealthy => Problems.Count == 0;
}
