using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Mooring.Fleet;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>The records a fleet file is made of, each followed by those below it.</summary>
internal static class FleetKeys
{
    /// <summary>Every record, with the path of keys that first leads to it.</summary>
    public static IReadOnlyList<(string Path, Type Record)> Records { get; } = Walk(string.Empty, typeof(FleetSpec), []);

    /// <summary>Title of a record's section in the reference.</summary>
    public static string TitleOf(string path) => path.Length == 0 ? "The file" : $"`{path}`";

    /// <summary>Anchor of a record's section, as GitHub derives it from the title.</summary>
    public static string AnchorOf(Type record)
        => string.Concat(TitleOf(Records.Single(other => other.Record == record).Path).ToLowerInvariant().Replace(' ', '-')
            .Where(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'));

    /// <summary>The keys of a record.</summary>
    public static IEnumerable<(string Key, PropertyInfo Property)> KeysOf(Type record)
        => record.GetProperties().Where(property => property.CanWrite).Select(property => (JsonNamingPolicy.CamelCase.ConvertName(property.Name), property));

    /// <summary>Whether a key must be given.</summary>
    public static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute));

    /// <summary>The type of a single value, of a list's entries or of a mapping's values.</summary>
    public static Type ElementOf(Type type)
        => type.IsGenericType ? type.GetGenericArguments()[^1] : type;

    /// <summary>Adds a record and those below it, a record that occurs in several places only at its first.</summary>
    private static List<(string Path, Type Record)> Walk(string path, Type record, List<(string Path, Type Record)> known)
    {
        known.Add((path, record));
        foreach (var (key, property) in KeysOf(record))
        {
            var element = ElementOf(property.PropertyType);
            if (element.Namespace == typeof(FleetSpec).Namespace && element.IsClass && known.TrueForAll(other => other.Record != element))
            {
                Walk(Join(path, key, property.PropertyType), element, known);
            }
        }

        return known;
    }

    private static string Join(string path, string key, Type type)
    {
        var suffix = !type.IsGenericType || Nullable.GetUnderlyingType(type) is not null ? string.Empty : type.GetGenericArguments().Length == 2 ? ".<name>" : "[]";
        return path.Length == 0 ? key + suffix : $"{path}.{key}{suffix}";
    }
}
