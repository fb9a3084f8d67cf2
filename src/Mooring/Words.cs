using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Mooring;

/// <summary>
/// The one word an enum value has outside C#: in the fleet file, in Terraform and in AWS's own documentation. It is
/// declared on the value with <see cref="JsonStringEnumMemberNameAttribute"/>, or else is the value's name.
/// </summary>
internal static class Words
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, object>> s_valuesByWord = new();

    /// <summary>The word of a value: <c>internet-facing</c> for <c>Scheme.InternetFacing</c>.</summary>
    public static string Word<T>(this T value)
        where T : struct, Enum => Of(value);

    /// <summary>The word of a value whose type is not known when this is compiled.</summary>
    public static string Of(Enum value) => ValuesByWord(value.GetType()).First(pair => pair.Value.Equals(value)).Key;

    /// <summary>The values of an enum by their words, in the order they are declared.</summary>
    public static IReadOnlyDictionary<string, object> ValuesByWord(Type type) =>
        s_valuesByWord.GetOrAdd(
            type,
            static type =>
                type.GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(WordOf, field => field.GetValue(null)!, StringComparer.Ordinal)
        );

    private static string WordOf(FieldInfo field) => field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name;
}
