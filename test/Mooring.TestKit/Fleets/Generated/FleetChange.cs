using Mooring.Fleet;
using Mooring.Fleet.Faults;

namespace Mooring.TestKit.Fleets.Generated;

/// <summary>A fleet that takes the place of the deployed one.</summary>
/// <param name="Before">The deployed fleet; <see langword="null"/> for the first one.</param>
/// <param name="Text">The fleet.</param>
/// <param name="Edits">What was edited.</param>
/// <param name="Fleet">The fleet, read; <see langword="null"/> where the checks refuse the change.</param>
/// <param name="Faults">Why they do.</param>
internal sealed record FleetChange(string? Before, string Text, IReadOnlyList<string> Edits, FleetSpec? Fleet, IReadOnlyList<Fault> Faults)
{
    /// <summary>Both fleets, to repeat it.</summary>
    public override string ToString() => $"{string.Join(", ", Edits)}\n--- before\n{Before}\n--- after\n{Text}\n---";
}
