using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mooring.TargetGroupBindings;

/// <summary>A value of a Helm chart: a text, a number, a boolean, <c>null</c>, a list or a mapping.</summary>
/// <param name="Json">The value as JSON.</param>
public sealed record ChartValue(string Json)
{
    /// <summary>What is not escaped can be read in a diff.</summary>
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value of a node; <see langword="null"/> is <c>null</c>.</summary>
    public static ChartValue Of(JsonNode? node) => new(node?.ToJsonString(s_json) ?? "null");

    /// <summary>The value as a node of its own; <see langword="null"/> for <c>null</c>.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public JsonNode? ToNode() => JsonNode.Parse(Json);
}
