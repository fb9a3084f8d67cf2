using Mooring.Benchmarks.Contenders;
using Mooring.Benchmarks.Reports;

namespace Mooring.Benchmarks.Results;

/// <summary>What synthesis with the native engine is to reach, nearly all as ratios of what one run of the benchmark measured.</summary>
/// <param name="results">What it measured.</param>
internal sealed class Targets(BenchmarkResults results)
{
    private const int Small = 10;
    private const int Large = 100;
    private const int Largest = 500;

    /// <summary>All of them.</summary>
    public IReadOnlyList<Target> All =>
        [
            Cold("sample fleet", results.Sample, 1.5, 0.8),
            Cold(Size(Small), results.Of(Small), 1.2, 0.6),
            Cold(Size(Large), results.Of(Large), 0.5, 0.25),
            Cold(Size(Largest), results.Of(Largest), 0.33, 0.15),
            AddedCluster(),
            Memory(results.Of(Largest)),
            Unchanged(results.Of(Large)),
            AppCommand(results.AppCommand),
        ];

    private static Target Cold(string what, FleetResult? fleet, double required, double reachedFor) =>
        Ratio($"cold, {what}", fleet?.Ratio(Contender.Cold, Contender.TypeScriptLazy), "of lazy", required, reachedFor);

    private static Target Unchanged(FleetResult? fleet) =>
        Ratio($"nothing changed, {Size(Large)}", fleet?.Ratio(Contender.Unchanged, Contender.Read), "of reading and hashing", 2, 1.2);

    private static Target AppCommand(AppCommandResult app)
    {
        var seconds = app.Result.Wall.Median;
        return new Target(
            $"`{app.Command}`, nothing to build, nothing changed",
            AtMost(seconds, 2.5, $"{Format.Aim(2.5)} s", value => $"{Format.Seconds(value)} s"),
            AtMost(seconds / app.TsNode.Wall.Median, 1, "under lazy through ts-node", Format.Ratio)
        );
    }

    private static Target Ratio(string what, double? ratio, string of, double required, double reachedFor) =>
        new(
            what,
            AtMost(ratio, required, $"{Format.Aim(required)} {of}", Format.Ratio),
            AtMost(ratio, reachedFor, $"{Format.Aim(reachedFor)} {of}", Format.Ratio)
        );

    private Target AddedCluster()
    {
        var growth = AddedClusterCost.Growth(results.Of(Small), results.Of(Large), results.Of(Largest), Contender.Cold);
        return new Target(
            $"cost of a cluster more, {Large} to {Largest}, against {Small} to {Large}",
            AtMost(growth, 1.1, "grows by no more than 10 %", Format.Ratio),
            AtMost(growth, 1, "constant", Format.Ratio)
        );
    }

    private static Target Memory(FleetResult? fleet)
    {
        var memory = fleet?.Contenders[Contender.Cold].PeakMemory;
        return new Target($"peak memory, {Size(Largest)}, all processes", Under(memory, 250e6), Under(memory, 150e6));
    }

    private static Verdict Under(double? memory, double limit) => AtMost(memory, limit, $"under {Format.Megabytes(limit)}", Format.Megabytes);

    private static string Size(int clusters) => Format.Count(clusters, "cluster");

    private static Verdict AtMost(double? measured, double limit, string aim, Func<double, string> format) =>
        new(aim, measured is { } value ? format(value) : null, measured <= limit);
}
