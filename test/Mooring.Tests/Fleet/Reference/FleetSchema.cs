using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mooring.Fleet;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>Writes fleet.schema.json: a JSON Schema with every key, its type, and those of its limits that a schema can express.</summary>
/// <seealso href="https://json-schema.org/draft/2020-12"/>
internal static class FleetSchema
{
    /// <summary>How schemas are written.</summary>
    public static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema.</summary>
    public static string Write()
    {
        var schema = OfRecord(typeof(FleetSpec));
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Fleet file of Mooring");
        schema.Insert(2, "description", DocComments.Summary(typeof(FleetSpec)));
        return schema.ToJsonString(Indented);
    }

    private static JsonObject OfRecord(Type record)
    {
        var keys = FleetKeys.KeysOf(record).ToArray();
        var required = keys.Where(key => key.IsRequired).Select(key => key.Key).ToArray();
        var schema = new JsonObject
        {
            // A mapping that needs no key may be empty: `local:` with nothing behind it.
            ["type"] = required.Length > 0 ? "object" : new JsonArray("object", "null"),
            ["properties"] = new JsonObject(keys.Select(key => KeyValuePair.Create(key.Key, (JsonNode?)OfKey(record, key)))),
            ["additionalProperties"] = false,
        };
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray([.. required.Select(key => JsonValue.Create(key))]);
        }

        SchemaChoices.AddTo(schema, record);
        return schema;
    }

    private static JsonObject OfKey(Type record, FleetKey key)
    {
        var schema = OfType(key.Type);
        schema.Insert(0, "description", string.Join(' ', new[] { key.Summary, key.DefaultSentence }.Where(text => text.Length > 0)));
        SchemaLimits.AddTo(schema, key.Type, new KeyPlace(record, key.Key));
        if (key.Default is { } value)
        {
            schema["default"] = JsonSerializer.SerializeToNode(value);
        }

        if (key.Type.Record is null && KeyExamples.Of(record, key) is { } example)
        {
            schema["examples"] = new JsonArray(YamlAsJson.Of(example));
        }

        return schema;
    }

    private static JsonObject OfType(KeyType type) =>
        type.IsBoolean ? new JsonObject { ["type"] = "boolean" }
        : type.IsNumber ? new JsonObject { ["type"] = "integer" }
        : type.IsString ? new JsonObject { ["type"] = "string" }
        : type.IsPort ? new JsonObject { ["type"] = new JsonArray("integer", "string") }
        : type.IsAnything ? []
        : type.IsChoice ? new JsonObject { ["enum"] = new JsonArray([.. type.Words.Select(word => JsonValue.Create(word))]) }
        : type.IsList ? new JsonObject { ["type"] = "array", ["items"] = OfType(type.Element) }
        : type.IsMapping ? new JsonObject { ["type"] = "object", ["additionalProperties"] = OfType(type.Element) }
        : OfRecord(type.Type);
}
