using System.Text.Json;
using Mooring.Benchmarks.Floor;
using Mooring.Benchmarks.Processes;

namespace Mooring.Benchmarks.Contenders;

/// <summary>The floor of writing. Only the writing is timed, by the process itself; reading what is to be written would double it.</summary>
/// <param name="folder">The fleet.</param>
internal sealed class WriteMeasurement(FleetFolder folder) : IMeasurement
{
    /// <inheritdoc/>
    public Contender Contender => Contender.Write;

    /// <inheritdoc/>
    public long? SampleMemory() => null;

    /// <inheritdoc/>
    public Timing Time()
    {
        var reference = folder.ReferenceOf(folder.Fleet);
        var output = folder.NewOutputOf(Contender.ToString());
        var timing = JsonSerializer.Deserialize<Timing>(CommandRunner.Run(FloorCommand.Write(reference, output)))!;
        OutputFiles.RequireSame(output, reference, Contender.Name());
        return timing;
    }
}
