using Mooring.Benchmarks.Processes;

namespace Mooring.Benchmarks.Contenders;

/// <summary>Mooring after nothing was changed.</summary>
/// <param name="output">What it synthesized before.</param>
/// <param name="watch">Looks whether Node.js is started.</param>
internal sealed class UnchangedMeasurement(WarmOutput output, NodeWatch watch) : IMeasurement
{
    /// <inheritdoc/>
    public Contender Contender => Contender.Unchanged;

    /// <summary>Whether it starts Node.js; known when the memory was sampled.</summary>
    public bool StartsNode { get; private set; }

    /// <inheritdoc/>
    public long? SampleMemory()
    {
        // Twice, because what is reused may depend on which Node.js there is; the watch is another.
        output.Synthesize(invocation => CommandRunner.Run(watch.Watched(invocation)));
        var (sample, startsNode) = output.Synthesize(watch.Sample);
        StartsNode = startsNode;
        output.Synthesize(CommandRunner.Run);
        return sample.PeakMemory;
    }

    /// <inheritdoc/>
    public Timing Time() => output.Synthesize(CommandRunner.Time);
}
