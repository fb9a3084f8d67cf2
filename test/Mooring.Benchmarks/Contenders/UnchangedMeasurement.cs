using Mooring.Benchmarks.Processes;

namespace Mooring.Benchmarks.Contenders;

/// <summary>Mooring after nothing was changed.</summary>
/// <param name="output">What it synthesized before.</param>
/// <param name="watch">Looks whether Node.js is started.</param>
internal sealed class UnchangedMeasurement(WarmOutput output, NodeWatch watch) : IMeasurement
{
    /// <inheritdoc/>
    public Contender Contender => Contender.Unchanged;

    /// <inheritdoc/>
    public long? SampleMemory()
    {
        output.Prepare(watch);
        return output.Sample(Contender, watch).PeakMemory;
    }

    /// <inheritdoc/>
    public Timing Time() => output.Synthesize(CommandRunner.Time);
}
