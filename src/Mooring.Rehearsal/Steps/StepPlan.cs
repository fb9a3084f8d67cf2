using Mooring.Rehearsal.Traffic;

namespace Mooring.Rehearsal.Steps;

/// <summary>Steps from a deployed fleet to the next one, and what their rehearsal has shown.</summary>
/// <param name="Steps">The steps that change something, up to the one that is refused.</param>
/// <param name="Traffic">What became of traffic; <see langword="null"/> where a step is refused.</param>
public sealed record StepPlan(IReadOnlyList<RehearsedStep> Steps, TrafficReport? Traffic)
{
    /// <summary>Why there is no safe way: what refuses which step; <see langword="null"/> where nothing does.</summary>
    /// <value>Defaults to <see langword="null"/>.</value>
    public string? Obstacle { get; init; }

    /// <summary>What the user should know of the steps.</summary>
    /// <value>Defaults to nothing.</value>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the rehearsal cannot show: it is yours to watch in each step.</summary>
    public IReadOnlyList<string> Unknown =>
        Traffic is { } traffic && (traffic.NotFollowed is not null || traffic.FailedBefore.Count > 0)
            ? ["the rehearsal does not show everything: read what stands under 'traffic', and watch that yourself in every step"]
            : [];

    /// <summary>Whether every step is accepted, and no request loses its answer at any moment.</summary>
    public bool Holds => Obstacle is null && Traffic is { Findings.Count: 0 };
}
