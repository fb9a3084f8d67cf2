using Mooring.Fleet;
using Mooring.Fleet.Reading;

namespace Mooring.Synthesis;

/// <summary>A fleet that was read from a file.</summary>
/// <param name="Fleet">The fleet.</param>
/// <param name="Texts">The texts of its file and of its record as the run leaves it; <see langword="null"/> where the next run must read them.</param>
/// <param name="Priorities">The record of its rules' priorities, where that must be written.</param>
internal sealed record ReadFleet(FleetSpec Fleet, string? Texts, PriorityRecordFile? Priorities);
