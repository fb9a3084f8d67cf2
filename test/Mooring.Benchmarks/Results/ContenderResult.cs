using Mooring.Benchmarks.Processes;

namespace Mooring.Benchmarks.Results;

/// <summary>The measurements of a contender for a fleet.</summary>
/// <param name="Wall">Wall time in seconds.</param>
/// <param name="Cpu">CPU time of all processes in seconds.</param>
/// <param name="PeakMemory">Peak memory of all processes in bytes; <see langword="null"/> where it is not measured.</param>
internal sealed record ContenderResult(Summary Wall, Summary Cpu, long? PeakMemory)
{
    /// <summary>Sums the runs of a contender up.</summary>
    public static ContenderResult Of(IReadOnlyCollection<Timing> timings, long? peakMemory) =>
        new(Summary.Of(timings.Select(timing => timing.Wall.TotalSeconds)), Summary.Of(timings.Select(timing => timing.Cpu.TotalSeconds)), peakMemory);
}
