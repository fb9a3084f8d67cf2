using System.Text.Json.Nodes;
using Mooring.TestKit;
using NJsonSchema;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>Checks JSON against fleet.schema.json, as an editor does.</summary>
internal static class FleetSchemaValidator
{
    private static readonly string s_text = File.ReadAllText(Repository.PathOf("fleet.schema.json"));

    private static readonly Lazy<JsonSchema> s_schema = new(() => Read(s_text));

    /// <summary>The schema, as it is in the repository.</summary>
    public static JsonObject Schema => JsonNode.Parse(s_text)!.AsObject();

    /// <summary>What the schema refuses in a fleet.</summary>
    public static IReadOnlyList<string> ErrorsOf(string json) => ErrorsOf(s_schema.Value, json);

    /// <summary>What a part of the schema refuses in a value.</summary>
    public static IReadOnlyList<string> ErrorsOf(JsonNode part, JsonNode? value) => ErrorsOf(Read(part.ToJsonString()), value?.ToJsonString() ?? "null");

    /// <summary>The schema of a list's entries, or of the values of a mapping by name.</summary>
    public static JsonObject? EntriesOf(JsonNode schema) =>
        (schema["items"] ?? schema["patternProperties"]?.AsObject().Single().Value ?? schema["additionalProperties"]) as JsonObject;

    private static string[] ErrorsOf(JsonSchema schema, string json) => [.. schema.Validate(json).Select(error => $"{error}")];

    private static JsonSchema Read(string schema) => JsonSchema.FromJsonAsync(schema).GetAwaiter().GetResult();
}
