using Mooring.Fleet;
using Mooring.Fleet.Reading;
using Mooring.Synthesis.Output;

namespace Mooring.Synthesis;

/// <summary>A fleet that was read from a file.</summary>
/// <param name="Fleet">The fleet.</param>
/// <param name="Texts">The texts of its file and of its record as the run leaves it; <see langword="null"/> where the next run must read them.</param>
/// <param name="Priorities">The record of its rules' priorities, where that must be written.</param>
internal sealed record ReadFleet(FleetSpec Fleet, string? Texts, PriorityRecordFile? Priorities)
{
    private const string Remedy =
        "It keeps the priorities of rules that have none in the fleet file: synthesize once where it can be written and commit it, or give each rule a "
        + "'priority'.";

    /// <summary>Stages the record, where it must be written.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public StagedFile? StagePriorities() => Priorities is null ? null : new StagedFile(Priorities.Path, Priorities.Text, Remedy);
}
