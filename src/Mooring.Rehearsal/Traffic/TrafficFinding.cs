namespace Mooring.Rehearsal.Traffic;

/// <summary>A rule of safe changes that was broken.</summary>
/// <param name="What">What is broken: <c>70 % of requests fail</c>.</param>
/// <param name="From">The step that broke it.</param>
/// <param name="Until">The step after which it holds again; <see langword="null"/> where it does not.</param>
/// <param name="Why">The reason.</param>
/// <param name="Advice">What to do instead.</param>
public sealed record TrafficFinding(string What, string From, string? Until, string Why, string Advice)
{
    /// <summary>The requests that fail: <c>public:443 shop.example.com/</c>.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> Requests { get; init; } = [];

    /// <summary>Share of these requests that fails at the worst moment, between 0 and 1.</summary>
    /// <value>Defaults to 0.</value>
    public double Share { get; init; }
}
