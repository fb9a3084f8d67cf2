using System.Text.Json;
using Mooring.Fleet;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>The records a fleet file is made of, each followed by those below it.</summary>
internal static class FleetKeys
{
    /// <summary>Every record, with the path of keys that first leads to it.</summary>
    public static IReadOnlyList<(string Path, Type Record)> Records { get; } = Walk(string.Empty, typeof(FleetSpec), []);

    /// <summary>The keys of a record.</summary>
    public static IEnumerable<FleetKey> KeysOf(Type record) =>
        record
            .GetProperties()
            .Where(property => property.CanWrite)
            .Select(property => new FleetKey(JsonNamingPolicy.CamelCase.ConvertName(property.Name), property));

    /// <summary>A key of a record.</summary>
    public static FleetKey KeyOf(Type record, string key) => KeysOf(record).Single(other => other.Key == key);

    /// <summary>Whether a type is one of the records.</summary>
    public static bool IsRecord(Type type) => type.Namespace == typeof(FleetSpec).Namespace && type.IsClass;

    /// <summary>The type of a single value, of a list's entries or of a mapping's values.</summary>
    public static Type ElementOf(Type type) => type.IsGenericType ? type.GetGenericArguments()[^1] : type;

    /// <summary>The path of the records that a key of a record leads to.</summary>
    public static string PathOf(string recordPath, FleetKey key) =>
        (recordPath.Length == 0 ? key.Key : $"{recordPath}.{key.Key}")
        + (
            key.Type.IsMapping ? ".<name>"
            : key.Type.IsList ? "[]"
            : string.Empty
        );

    /// <summary>Adds a record and those below it, a record that occurs in several places only at its first.</summary>
    private static List<(string Path, Type Record)> Walk(string path, Type record, List<(string Path, Type Record)> known)
    {
        known.Add((path, record));
        foreach (var key in KeysOf(record))
        {
            if (key.Type.Record is { } below && known.TrueForAll(other => other.Record != below))
            {
                Walk(PathOf(path, key), below, known);
            }
        }

        return known;
    }
}
