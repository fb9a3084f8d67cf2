using Mooring.Benchmarks.Processes;

namespace Mooring.Benchmarks.Contenders;

/// <summary>A contender that synthesizes into an empty directory.</summary>
/// <param name="contender">Which one.</param>
/// <param name="folder">The fleet.</param>
/// <param name="watch">Looks whether Node.js is started.</param>
/// <param name="command">What synthesizes a fleet file into a directory.</param>
internal sealed class ColdMeasurement(Contender contender, FleetFolder folder, NodeWatch watch, Func<string, string, Invocation> command) : IMeasurement
{
    /// <inheritdoc/>
    public Contender Contender => contender;

    /// <inheritdoc/>
    public long? SampleMemory() => Checked(invocation => watch.Sample(contender, invocation)).PeakMemory;

    /// <inheritdoc/>
    public Timing Time() => Checked(CommandRunner.Time);

    private T Checked<T>(Func<Invocation, T> run)
    {
        var output = folder.NewOutputOf(contender.ToString());
        var result = run(command(folder.Fleet, output));
        OutputFiles.RequireSame(output, folder.ReferenceOf(folder.Fleet), contender.Name());
        return result;
    }
}
