using System.Text.Json.Nodes;

namespace Mooring.StandIns.ArgoCd.Manifests;

/// <summary>Reads a part of a manifest.</summary>
internal static class JsonReading
{
    /// <summary>A part at a path of names; <see langword="null"/> where there is none.</summary>
    public static JsonNode? At(this JsonNode? node, params IEnumerable<string> path) => path.Aggregate(node, (at, name) => (at as JsonObject)?[name]);

    /// <summary>The text at a path; <see langword="null"/> where there is none. A number or a bool is text, too.</summary>
    public static string? TextAt(this JsonNode? node, params IEnumerable<string> path) => node.At(path) is JsonValue value ? $"{value}" : null;

    /// <summary>Whether there is <c>true</c> at a path.</summary>
    public static bool IsTrueAt(this JsonNode? node, params IEnumerable<string> path) =>
        node.At(path) is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    /// <summary>The elements of the list at a path.</summary>
    public static IEnumerable<JsonNode?> ListAt(this JsonNode? node, params IEnumerable<string> path) => node.At(path) as JsonArray ?? [];

    /// <summary>The entries of the map of texts at a path.</summary>
    public static IReadOnlyDictionary<string, string> MapAt(this JsonNode? node, params IEnumerable<string> path) =>
        (node.At(path) as JsonObject ?? []).ToDictionary(each => each.Key, each => $"{each.Value}");

    /// <summary>Throws for a key that the stand-in does not know.</summary>
    /// <exception cref="NotSupportedException">There is one.</exception>
    public static void RequireOnly(this JsonNode? node, string what, params IEnumerable<string> known)
    {
        if ((node as JsonObject ?? []).Select(each => each.Key).Except(known).FirstOrDefault() is { } unknown)
        {
            throw new NotSupportedException($"the stand-in of Argo CD does not know '{unknown}' of {what}: add it to src/Mooring.StandIns/ArgoCd");
        }
    }
}
