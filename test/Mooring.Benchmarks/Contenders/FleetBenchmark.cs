using System.Globalization;
using Mooring.Benchmarks.Fleets;
using Mooring.Benchmarks.Processes;
using Mooring.Benchmarks.Reports;
using Mooring.Benchmarks.Results;

namespace Mooring.Benchmarks.Contenders;

/// <summary>Measures all contenders over one fleet.</summary>
/// <param name="program">Mooring.</param>
/// <param name="watch">Looks whether Node.js is started.</param>
/// <param name="cancellation">Stops between two runs.</param>
internal sealed class FleetBenchmark(MooringProgram program, NodeWatch watch, CancellationToken cancellation)
{
    /// <summary>Measures a fleet.</summary>
    /// <param name="name">What the fleet is called.</param>
    /// <param name="clusters">How many clusters it was generated with; <see langword="null"/> for the sample.</param>
    /// <param name="fleet">The fleet.</param>
    /// <param name="path">A directory for it.</param>
    /// <param name="runs">How often each contender is timed.</param>
    public FleetResult Run(string name, int? clusters, FleetDocument fleet, string path, int runs)
    {
        var folder = new FleetFolder(path, fleet);
        var warm = new WarmOutput(program, folder);
        // "Nothing changed" comes after "one changed": the output is that of the fleet then.
        IMeasurement[] measurements =
        [
            new ColdMeasurement(Contender.Cold, folder, watch, program.Cold),
            new ColdMeasurement(Contender.ColdNode, folder, watch, program.ColdNode),
            new ColdMeasurement(Contender.TypeScript, folder, watch, PeerProgram.Whole),
            new ColdMeasurement(Contender.TypeScriptLazy, folder, watch, PeerProgram.Lazy),
            new OneChangedMeasurement(warm, watch),
            new UnchangedMeasurement(warm, watch),
            new WriteMeasurement(folder),
            new ReadMeasurement(folder),
        ];

        Say($"{name}: what must be written, by the peer");
        CommandRunner.Run(PeerProgram.Lazy(folder.Fleet, folder.ReferenceOf(folder.Fleet)));
        CommandRunner.Run(PeerProgram.Lazy(folder.ChangedFleet, folder.ReferenceOf(folder.ChangedFleet)));

        var memory = SampleMemory(name, measurements);
        var timings = Time(name, measurements, runs);
        var results = measurements.ToDictionary(
            measurement => measurement.Contender,
            measurement => ContenderResult.Of(timings[measurement.Contender], memory[measurement.Contender])
        );
        return new FleetResult(name, clusters, runs, OutputFiles.SizeOf(folder.ReferenceOf(folder.Fleet)), results);
    }

    private Dictionary<Contender, long?> SampleMemory(string name, IReadOnlyList<IMeasurement> measurements)
    {
        var memory = new Dictionary<Contender, long?>();
        foreach (var measurement in measurements)
        {
            cancellation.ThrowIfCancellationRequested();
            memory[measurement.Contender] = measurement.SampleMemory();
            if (memory[measurement.Contender] is { } peak)
            {
                Say($"{name}: memory of {measurement.Contender.Name()}: {Format.Megabytes(peak)}");
            }
        }

        return memory;
    }

    /// <summary>One run of each, then another of each: what slows the machine down for a while slows all of them.</summary>
    private Dictionary<Contender, List<Timing>> Time(string name, IReadOnlyList<IMeasurement> measurements, int runs)
    {
        var timings = measurements.ToDictionary(measurement => measurement.Contender, _ => new List<Timing>());
        for (var run = 1; run <= runs; run++)
        {
            foreach (var measurement in measurements)
            {
                cancellation.ThrowIfCancellationRequested();
                var timing = measurement.Time();
                timings[measurement.Contender].Add(timing);
                Say(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name}: run {run} of {runs}, {measurement.Contender.Name()}: {timing.Wall.TotalSeconds:0.00} s"
                    )
                );
            }
        }

        return timings;
    }

    private static void Say(string line) => Console.WriteLine(line);
}
