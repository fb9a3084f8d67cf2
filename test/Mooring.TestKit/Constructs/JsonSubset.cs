using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mooring.TestKit.Constructs;

/// <summary>
/// Compares JSON with what a test expects of it. An object may have more keys than expected; a key that is expected to be <c>null</c> must be
/// missing. A list has as many entries as expected, in that order, and each may have more keys.
/// </summary>
internal static class JsonSubset
{
    /// <summary>The differences, each with its path.</summary>
    public static IEnumerable<string> Differences(JsonNode? actual, JsonNode? expected, string path = "") =>
        (actual, expected) switch
        {
            (null, null) => [],
            (JsonObject found, JsonObject wanted) => wanted.SelectMany(member => Differences(found[member.Key], member.Value, Join(path, member.Key))),
            (JsonArray found, JsonArray wanted) when found.Count == wanted.Count => found
                .Zip(wanted)
                .SelectMany((pair, index) => Differences(pair.First, pair.Second, $"{path}[{index}]")),
            _ when JsonNode.DeepEquals(actual, expected) => [],
            _ => [$"{path} is {Text(actual)}, expected {Text(expected)}"],
        };

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static string Text(JsonNode? node) => node?.ToJsonString(s_readable) ?? "missing";

    private static readonly JsonSerializerOptions s_readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
