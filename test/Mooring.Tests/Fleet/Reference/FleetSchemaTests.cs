using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Mooring.Fleet;
using Mooring.TargetGroupBindings;
using Mooring.TestKit.Snapshots;
using Xunit;

namespace Mooring.Tests.Fleet.Reference;

public class FleetSchemaTests
{
    private static readonly JsonSerializerOptions s_asInTheFile = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    [Fact]
    public void An_editor_knows_every_key_from_the_schema()
    {
        var schema = s_asInTheFile.GetJsonSchemaAsNode(typeof(FleetSpec), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe }).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Fleet file of Mooring");

        Snapshot.VerifyFile("fleet.schema.json", schema.ToJsonString(s_asInTheFile));
    }

    /// <summary>Adds what doc comments say, and what System.Text.Json does not know of our scalars.</summary>
    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        if ((Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type) == typeof(ServicePort))
        {
            node = new JsonObject { ["type"] = new JsonArray("integer", "string") };
        }

        if (node is JsonObject schema && context.PropertyInfo?.AttributeProvider is System.Reflection.PropertyInfo property)
        {
            schema.Insert(0, "description", $"{DocComments.Summary(property)} {DocComments.Default(property)}".Trim());
            Add(schema, "default", KeyDefaults.Of(property));
            Add(schema, "minimum", KeyBounds.Of(property)?.Least);
            Add(schema, "maximum", KeyBounds.Of(property)?.Greatest);
        }

        if (node is JsonObject record && record.ContainsKey("properties") && KeyChoices.Of(context.TypeInfo.Type) is { Count: > 0 } keys)
        {
            record["oneOf"] = new JsonArray([.. keys.Select(key => new JsonObject { ["required"] = new JsonArray(key) })]);
        }

        return node;
    }

    private static void Add(JsonObject schema, string name, JsonNode? value)
    {
        if (value is not null)
        {
            schema[name] = value;
        }
    }
}
