namespace Mooring.Rehearsal.Traffic;

/// <summary>What became of traffic from one fleet to the next.</summary>
/// <param name="Requests">Number of kinds of requests that were followed.</param>
/// <param name="Changes">Number of changes after which each of them was looked at.</param>
/// <param name="Findings">What went wrong meanwhile; empty where nothing did.</param>
public sealed record TrafficReport(int Requests, int Changes, IReadOnlyList<TrafficFinding> Findings)
{
    /// <summary>Kinds of requests that got an answer before, and get none afterwards because the fleet file says so.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> NoLongerServed { get; init; } = [];

    /// <summary>
    /// Kinds of requests that are meant to be served afterwards, and are not served whole, without having failed before: share that fails, by request.
    /// </summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> NotYetServed { get; init; } = [];

    /// <summary>
    /// Kinds of requests that a load balancer is meant to serve before the change and afterwards, and of which a share fails already before: about this
    /// share nothing is shown. The share that fails and the reason, by request.
    /// </summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> FailedBefore { get; init; } = [];

    /// <summary>What could not be followed, and why; <see langword="null"/> where everything was.</summary>
    public string? NotFollowed { get; init; }
}
