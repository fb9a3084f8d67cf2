using System.Reflection;
using Mooring.Fleet;
using Mooring.TargetGroupBindings;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>What the reference calls the type of a key: <c>boolean</c>, <c>list of strings</c>, a link to the keys of a nested mapping.</summary>
internal static class KeyType
{
    private static readonly Dictionary<Type, string> s_scalars = new()
    {
        [typeof(string)] = "string",
        [typeof(int)] = "number",
        [typeof(bool)] = "boolean",
        [typeof(ServicePort)] = "number or string",
    };

    /// <summary>The type of a key, in Markdown.</summary>
    public static string Of(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return (type.IsGenericType ? type.GetGenericArguments().Length : 0) switch
        {
            0 => NameOf(type),
            1 => $"list of {PluralOf(FleetKeys.ElementOf(type))}",
            _ => $"mapping of names to {PluralOf(FleetKeys.ElementOf(type))}",
        };
    }

    private static string PluralOf(Type type) => type == typeof(string) ? "strings" : NameOf(type).Replace("[mapping]", "[mappings]", StringComparison.Ordinal);

    private static string NameOf(Type type)
        => type.IsEnum ? string.Join(" or ", Words.ValuesByWord(type).Keys.Select(word => $"`{word}`"))
            : s_scalars.TryGetValue(type, out var scalar) ? scalar
            : type.Namespace == typeof(FleetSpec).Namespace ? $"[mapping](#{FleetKeys.AnchorOf(type)})"
            : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? $"lists of {PluralOf(FleetKeys.ElementOf(type))}"
            : throw new InvalidOperationException($"the reference has no name for {type}");
}
