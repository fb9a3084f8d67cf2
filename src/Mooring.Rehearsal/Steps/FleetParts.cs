namespace Mooring.Rehearsal.Steps;

/// <summary>Changes the named parts of a fleet, in their order.</summary>
internal static class FleetParts
{
    /// <summary>The parts with each of them changed.</summary>
    public static OrderedDictionary<string, T> Each<T>(this IReadOnlyDictionary<string, T> parts, Func<string, T, T> change) =>
        new(parts.Select(pair => KeyValuePair.Create(pair.Key, change(pair.Key, pair.Value))));
}
