namespace Mooring.Benchmarks.Results;

/// <summary>Everything that one run of the benchmark measured.</summary>
/// <param name="Sample">The sample fleet.</param>
/// <param name="Fleets">The generated fleets, the smallest first.</param>
/// <param name="AppCommand">What <c>cdktf.json</c> runs, over the sample.</param>
internal sealed record BenchmarkResults(FleetResult Sample, IReadOnlyList<FleetResult> Fleets, AppCommandResult AppCommand)
{
    /// <summary>All fleets, the sample first.</summary>
    public IEnumerable<FleetResult> All => [Sample, .. Fleets];

    /// <summary>The generated fleet of a size, <see langword="null"/> when it was not measured.</summary>
    public FleetResult? Of(int clusters) => Fleets.FirstOrDefault(fleet => fleet.Clusters == clusters);
}
