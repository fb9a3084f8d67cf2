using System.Globalization;
using System.Text.Json;
using Mooring.Benchmarks.Processes;
using Mooring.Benchmarks.Results;

namespace Mooring.Benchmarks.Contenders;

/// <summary>
/// Measures the command that the official CLI runs, over the sample fleet. What MSBuild leaves running when it ends, where it does, is not
/// counted; nor is memory.
/// </summary>
internal static class AppCommandBenchmark
{
    /// <summary>Measures it.</summary>
    /// <param name="output">An output directory for it.</param>
    /// <param name="runs">How often.</param>
    public static AppCommandResult Run(string output, int runs)
    {
        using var settings = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("cdktf.json")));
        var command = settings.RootElement.GetProperty("app").GetString()!;
        var invocation = new Invocation("/bin/sh", "-c", command)
        {
            Environment = new Dictionary<string, string?> { ["CDKTF_OUTDIR"] = output, ["MOORING_ENGINE"] = null },
        };
        CommandRunner.Run(invocation);
        var timings = new List<Timing>();
        for (var run = 1; run <= runs; run++)
        {
            Directory.Delete(output, recursive: true);
            timings.Add(CommandRunner.Time(invocation));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{command}: run {run} of {runs}: {timings[^1].Wall.TotalSeconds:0.00} s"));
        }

        return new AppCommandResult(command, runs, ContenderResult.Of(timings, peakMemory: null));
    }
}
