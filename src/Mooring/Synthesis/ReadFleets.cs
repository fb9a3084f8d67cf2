namespace Mooring.Synthesis;

/// <summary>Fleets that were read from files.</summary>
/// <param name="Fleets">The fleets.</param>
internal sealed record ReadFleets(IReadOnlyList<ReadFleet> Fleets)
{
    /// <summary>The texts of their files and records as they were read.</summary>
    public required string TextsBefore { get; init; }

    /// <summary>The texts as the run leaves them; <see langword="null"/> where the next run must read them.</summary>
    public required string? TextsAfter { get; init; }

    /// <summary>Paths of the files that each extends.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Extended => [.. Fleets.Select(fleet => fleet.Extended)];
}
