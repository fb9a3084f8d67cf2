namespace Mooring.Fleet.Faults;

/// <summary>A place in a text.</summary>
/// <param name="Line">Line, from 1; 0 where the place is not known.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="File">What faults call the file; <see langword="null"/> for the one that is read, and not one that it extends.</param>
internal readonly record struct TextPlace(int Line, int Column, string? File = null);
