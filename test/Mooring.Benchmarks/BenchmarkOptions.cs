namespace Mooring.Benchmarks;

/// <summary>What is to be measured.</summary>
/// <param name="Clusters">The sizes of the generated fleets.</param>
/// <param name="Runs">How often the smallest fleets are timed.</param>
/// <param name="Output">The directory for the results.</param>
internal sealed record BenchmarkOptions(IReadOnlyList<int> Clusters, int Runs, string Output)
{
    /// <summary>
    /// How often a fleet is timed: once less for every tenfold size, and twice at least. A long run is less disturbed than a short one, and the
    /// whole must not take all day.
    /// </summary>
    public int RunsOf(int clusters) => Math.Min(Runs, Math.Max(2, Runs - (int)Math.Round(Math.Log10(clusters))));
}
