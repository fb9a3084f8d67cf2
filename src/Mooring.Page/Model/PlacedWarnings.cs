using Mooring.Fleet.Faults;

namespace Mooring.Page.Model;

/// <summary>The warnings of a fleet file by the parts that they are about.</summary>
/// <param name="warnings">The warnings.</param>
internal sealed class PlacedWarnings(IReadOnlyList<FleetWarning> warnings)
{
    /// <summary>The warnings of a value and of what it holds.</summary>
    /// <param name="path">Keys that lead to the value: <c>clusters.blue</c>.</param>
    /// <param name="but">A key in it whose warnings belong elsewhere.</param>
    public IReadOnlyList<FleetWarning> At(string path, string? but = null) =>
        [.. warnings.Where(warning => IsIn(warning.Place.Path, path) && (but is null || !IsIn(warning.Place.Path, $"{path}.{but}")))];

    private static bool IsIn(string place, string path) =>
        place.StartsWith(path, StringComparison.Ordinal) && (place.Length == path.Length || place[path.Length] is '.' or '[');
}
