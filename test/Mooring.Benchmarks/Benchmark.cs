using System.Diagnostics;
using System.Globalization;
using Mooring.Benchmarks.Contenders;
using Mooring.Benchmarks.Fleets;
using Mooring.Benchmarks.Processes;
using Mooring.Benchmarks.Reports;
using Mooring.Benchmarks.Results;
using Mooring.Benchmarks.Terraform;

namespace Mooring.Benchmarks;

/// <summary>The whole benchmark: builds what is measured, measures it, writes the results.</summary>
/// <param name="options">What is to be measured.</param>
/// <param name="cancellation">Stops between two runs.</param>
internal sealed class Benchmark(BenchmarkOptions options, CancellationToken cancellation)
{
    private readonly SamplePieces _sample = new(FleetDocument.Read(Repository.PathOf("fleet.yaml")));

    /// <summary>Runs it.</summary>
    /// <exception cref="BenchmarkException">Something fails, or the contenders do not write the same.</exception>
    public void Run()
    {
        var clock = Stopwatch.StartNew();
        ChildProcesses.AdoptOrphans();
        Console.WriteLine("building what is measured …");
        var program = MooringProgram.Build();
        PeerProgram.Build();

        var work = Directory.CreateTempSubdirectory("mooring-benchmark-");
        try
        {
            Measure(program, work.FullName);
        }
        finally
        {
            work.Delete(recursive: true);
        }

        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{Path.Combine(options.Output, ResultsPage.FileName)}, in {clock.Elapsed.TotalMinutes:0.0} minutes")
        );
    }

    private void Measure(MooringProgram program, string work)
    {
        var benchmark = new FleetBenchmark(program, new NodeWatch(Path.Combine(work, "watch")), cancellation);
        var sample = benchmark.Run("sample", clusters: null, _sample.Sample, Path.Combine(work, "sample"), options.Runs);
        var generator = new FleetGenerator(_sample);
        FleetResult[] fleets =
        [
            .. options.Clusters.Select(clusters =>
                benchmark.Run(Name(clusters), clusters, generator.Generate(clusters), Path.Combine(work, Name(clusters)), options.RunsOf(clusters))
            ),
        ];
        var app = AppCommandBenchmark.Run(Path.Combine(work, "app"), Math.Min(options.Runs, 3));

        Console.WriteLine("rehearsing the sample …");
        var folder = Path.Combine(work, "sample");
        var cost = TerraformCost.Count(program, _sample, Path.Combine(folder, "fleet.yaml"), Path.Combine(folder, "reference-fleet"));
        Write(new BenchmarkResults(sample, fleets, app), cost, program);
    }

    private void Write(BenchmarkResults results, TerraformCost cost, MooringProgram program)
    {
        Directory.CreateDirectory(options.Output);
        var plots = new ResultsPlots(results);
        File.WriteAllText(
            Path.Combine(options.Output, ResultsPage.FileName),
            new ResultsPage(results, Machine.Describe(program)).Write(new TerraformSection(results, cost).ToString())
        );
        File.WriteAllText(Path.Combine(options.Output, ResultsPlots.WallTimeFile), plots.WallTime());
        File.WriteAllText(Path.Combine(options.Output, ResultsPlots.MemoryFile), plots.Memory());
    }

    private static string Name(int clusters) => Format.Count(clusters, "cluster");
}
