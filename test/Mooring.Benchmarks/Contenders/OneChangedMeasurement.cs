using Mooring.Benchmarks.Processes;

namespace Mooring.Benchmarks.Contenders;

/// <summary>Mooring after the Kubernetes version of one cluster was changed.</summary>
/// <param name="output">What it synthesized before.</param>
/// <param name="watch">Looks whether Node.js is started.</param>
internal sealed class OneChangedMeasurement(WarmOutput output, NodeWatch watch) : IMeasurement
{
    /// <inheritdoc/>
    public Contender Contender => Contender.OneChanged;

    /// <inheritdoc/>
    public long? SampleMemory()
    {
        output.Prepare(watch);
        output.ChangeOneCluster();
        return output.Sample(Contender, watch).PeakMemory;
    }

    /// <inheritdoc/>
    public Timing Time()
    {
        output.ChangeOneCluster();
        return output.Synthesize(CommandRunner.Time);
    }
}
