using Mooring.Benchmarks.Processes;

namespace Mooring.Benchmarks.Contenders;

/// <summary>Mooring after the Kubernetes version of one cluster was changed.</summary>
/// <param name="output">What it synthesized before.</param>
internal sealed class OneChangedMeasurement(WarmOutput output) : IMeasurement
{
    /// <inheritdoc/>
    public Contender Contender => Contender.OneChanged;

    /// <inheritdoc/>
    public long? SampleMemory()
    {
        output.Synthesize(CommandRunner.Run);
        output.ChangeOneCluster();
        return output.Synthesize(CommandRunner.Sample).PeakMemory;
    }

    /// <inheritdoc/>
    public Timing Time()
    {
        output.ChangeOneCluster();
        return output.Synthesize(CommandRunner.Time);
    }
}
