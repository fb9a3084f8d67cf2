using Mooring.Benchmarks.Contenders;
using Mooring.Benchmarks.Reports;

namespace Mooring.Benchmarks.Results;

/// <summary>What synthesis is to reach, all as ratios of what one run of the benchmark measured.</summary>
/// <param name="results">What it measured.</param>
internal sealed class Targets(BenchmarkResults results)
{
    private const int Large = 100;
    private const int Largest = 500;
    private const double Tolerance = 1.1;
    private const double LargestMemory = 600e6;

    /// <summary>All of them.</summary>
    public IReadOnlyList<Target> All =>
        [
            Ratios("cold, sample fleet", results.Sample, Contender.Cold, 0.6, 1),
            Ratios($"cold, {Large} clusters", results.Of(Large), Contender.Cold, 1, 1),
            AddedCluster(),
            Unchanged(results.Of(Large)),
            Ratios($"one cluster of {Large} changed", results.Of(Large), Contender.OneChanged, 0.3, 0.3),
            Memory(results.Of(Largest)),
        ];

    private static Target Ratios(string what, FleetResult? fleet, Contender contender, double ofWhole, double ofLazy) =>
        new(
            what,
            Ratio(fleet, contender, Contender.TypeScript, ofWhole, "of TypeScript"),
            Ratio(fleet, contender, Contender.TypeScriptLazy, ofLazy, "of lazy")
        );

    private static Verdict Ratio(FleetResult? fleet, Contender contender, Contender to, double atMost, string of) =>
        AtMost(fleet?.Ratio(contender, to), atMost, $"{Format.Aim(atMost)} {of}", Format.Ratio);

    private Target AddedCluster()
    {
        var growth = AddedClusterCost.Growth(results.Fleets, Contender.Cold, Large, Largest);
        return new Target(
            $"cost of each added cluster, of {Largest} against of {Large}",
            AtMost(growth, Tolerance, "grows by no more than 10 %", Format.Ratio),
            AtMost(growth, 1, "constant", Format.Ratio)
        );
    }

    private static Target Unchanged(FleetResult? fleet)
    {
        var required = Ratio(fleet, Contender.Unchanged, Contender.TypeScript, 0.05, "of TypeScript, Node.js not started");
        return new Target(
            $"nothing changed, {Large} clusters",
            fleet is { StartsNodeWhenUnchanged: true } ? required with { Measured = $"{required.Measured}, Node.js started", IsMet = false } : required,
            Ratio(fleet, Contender.Unchanged, Contender.Read, 1, "of reading and hashing")
        );
    }

    private static Target Memory(FleetResult? fleet)
    {
        var memory = fleet?.Contenders[Contender.Cold].PeakMemory;
        return new Target(
            $"peak memory, {Largest} clusters, all processes",
            AtMost(memory, LargestMemory, $"under {Format.Megabytes(LargestMemory)}", Format.Megabytes),
            AtMost(memory / (double?)fleet?.Contenders[Contender.TypeScript].PeakMemory, 1, "under TypeScript's", Format.Ratio)
        );
    }

    private static Verdict AtMost(double? measured, double limit, string aim, Func<double, string> format) =>
        new(aim, measured is { } value ? format(value) : null, measured <= limit);
}
