using Mooring.Benchmarks.Floor;
using Mooring.Benchmarks.Processes;

namespace Mooring.Benchmarks.Contenders;

/// <summary>The floor of looking whether anything changed: a .NET process that reads and hashes the output.</summary>
/// <param name="folder">The fleet.</param>
internal sealed class ReadMeasurement(FleetFolder folder) : IMeasurement
{
    private readonly Invocation _command = FloorCommand.Read(folder.ReferenceOf(folder.Fleet));

    /// <inheritdoc/>
    public Contender Contender => Contender.Read;

    /// <inheritdoc/>
    public long? SampleMemory() => CommandRunner.Sample(_command).PeakMemory;

    /// <inheritdoc/>
    public Timing Time() => CommandRunner.Time(_command);
}
