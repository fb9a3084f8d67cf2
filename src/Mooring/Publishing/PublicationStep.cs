namespace Mooring.Publishing;

/// <summary>A change that is prepared.</summary>
/// <param name="Change">The change.</param>
/// <param name="Staged">The new file; <see langword="null"/> where the file is removed.</param>
internal sealed record PublicationStep(Journal.Change Change, string? Staged);
