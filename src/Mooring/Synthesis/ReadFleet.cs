using Mooring.Fleet;
using Mooring.Fleet.Reading;

namespace Mooring.Synthesis;

/// <summary>A fleet that was read from a file.</summary>
/// <param name="File">Path of the file, as given.</param>
/// <param name="Fleet">The fleet.</param>
internal sealed record ReadFleet(string File, FleetSpec Fleet)
{
    /// <summary>Paths of the files that its file extends, from the folder of that.</summary>
    public required IReadOnlyList<string> Extended { get; init; }

    /// <summary>The texts of its files and of its record as they were read.</summary>
    public required string TextsBefore { get; init; }

    /// <summary>The texts as the run leaves them; <see langword="null"/> where the next run must read them.</summary>
    public required string? TextsAfter { get; init; }

    /// <summary>The record of its rules' priorities, where that must be written.</summary>
    public required PriorityRecordFile? Priorities { get; init; }
}
