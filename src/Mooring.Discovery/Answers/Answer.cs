using System.Globalization;
using System.Text.Json;

namespace Mooring.Discovery.Answers;

/// <summary>Members of an answer of the AWS CLI, in JSON. One that is not there is none.</summary>
internal static class Answer
{
    /// <summary>A text, or another scalar as a text; <see langword="null"/> where there is none.</summary>
    public static string? Text(this JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Null => null,
                _ => value.GetRawText(),
            }
            : null;

    /// <summary>A text that must be there.</summary>
    /// <exception cref="KeyNotFoundException">It is not.</exception>
    public static string Required(this JsonElement answer, string name) =>
        answer.Text(name) ?? throw new KeyNotFoundException($"the answer must have '{name}'");

    /// <summary>A whole number; <see langword="null"/> where there is none.</summary>
    public static int? Number(this JsonElement answer, string name) => Number(answer.Text(name));

    /// <summary>A whole number; <see langword="null"/> where the text is none.</summary>
    public static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether a flag is set.</summary>
    public static bool Flag(this JsonElement answer, string name) => answer.Text(name) == "true";

    /// <summary>An object; an empty one where there is none.</summary>
    public static JsonElement Object(this JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : default;

    /// <summary>Whether there is an object of a name.</summary>
    public static bool Has(this JsonElement answer, string name) => answer.Object(name).ValueKind == JsonValueKind.Object;

    /// <summary>The elements of a list; none where there is no list.</summary>
    public static IReadOnlyList<JsonElement> Items(this JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray()]
            : [];

    /// <summary>The texts of a list; none where there is no list.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement answer, string name) => [.. answer.Items(name).Select(item => item.GetString()!)];

    /// <summary>The entries of an object whose values are texts.</summary>
    public static Dictionary<string, string> Map(this JsonElement answer, string name) =>
        answer.Object(name) is { ValueKind: JsonValueKind.Object } map
            ? map.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString() ?? string.Empty, StringComparer.Ordinal)
            : [];

    /// <summary>A list of keys and values, as attributes and tags are answered.</summary>
    public static Dictionary<string, string> Pairs(this JsonElement answer, string name) =>
        answer.Items(name).ToDictionary(pair => pair.Required("Key"), pair => pair.Text("Value") ?? string.Empty, StringComparer.Ordinal);
}
