using System.Globalization;
using System.Text.Json;
using Mooring.Benchmarks.Processes;
using Mooring.Benchmarks.Results;

namespace Mooring.Benchmarks.Contenders;

/// <summary>
/// Measures the commands that the official CLI runs, over the sample fleet, one after the other in each run. What MSBuild leaves running when it ends,
/// where it does, is not counted; nor is memory.
/// </summary>
internal static class AppCommandBenchmark
{
    /// <summary>Measures them.</summary>
    /// <param name="folder">A directory for their outputs.</param>
    /// <param name="runs">How often.</param>
    public static AppCommandResult Run(string folder, int runs)
    {
        var fleet = Repository.PathOf("fleet.yaml");
        var peer = Path.Combine(folder, "peer");
        var command = Command();
        var app = new Invocation("/bin/sh", "-c", command)
        {
            Environment = new Dictionary<string, string?> { ["CDKTF_OUTDIR"] = Path.Combine(folder, "mooring"), ["MOORING_ENGINE"] = null },
        };
        CommandRunner.Run(app);
        List<Timing> apps = [];
        List<Timing> checkeds = [];
        List<Timing> uncheckeds = [];
        for (var run = 1; run <= runs; run++)
        {
            apps.Add(Time(command, app, run, runs));
            checkeds.Add(Time("ts-node", PeerProgram.TsNode(fleet, peer), run, runs));
            uncheckeds.Add(Time("ts-node, types not checked", PeerProgram.TsNodeUnchecked(fleet, peer), run, runs));
        }

        return new AppCommandResult(command, runs, Result(apps), Result(checkeds), Result(uncheckeds));
    }

    private static string Command()
    {
        using var settings = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("cdktf.json")));
        return settings.RootElement.GetProperty("app").GetString()!;
    }

    private static Timing Time(string name, Invocation invocation, int run, int runs)
    {
        var timing = CommandRunner.Time(invocation);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: run {run} of {runs}: {timing.Wall.TotalSeconds:0.00} s"));
        return timing;
    }

    private static ContenderResult Result(List<Timing> timings) => ContenderResult.Of(timings, peakMemory: null);
}
