using Mooring.Benchmarks.Processes;

namespace Mooring.Benchmarks.Contenders;

/// <summary>Runs a contender over one fleet, again and again. What it writes is checked after each run.</summary>
internal interface IMeasurement
{
    /// <summary>Which one.</summary>
    Contender Contender { get; }

    /// <summary>The memory it needs, from a run that is not timed; <see langword="null"/> where it is not measured.</summary>
    long? SampleMemory();

    /// <summary>Runs it once and takes its time.</summary>
    Timing Time();
}
