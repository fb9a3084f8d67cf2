using System.Text.Json;
using System.Text.Json.Nodes;
using Mooring.Fleet;
using Mooring.Limits;

namespace Mooring.Stacks.Slices;

/// <summary>
/// A slice whose texts are templates of Terraform, as the props of constructs are. This is the one place where texts of the fleet file become
/// Terraform's: before it nothing is escaped, after it nothing is a literal.
/// </summary>
internal static class TerraformSlice
{
    /// <summary>The slice with all its texts, and the keys of its mappings, as templates.</summary>
    public static FleetSpec Of(FleetSpec slice)
    {
        var json = SliceWriter.Write(slice);
        return HasTemplates(json) ? SliceJson.Read(JsonSerializer.SerializeToUtf8Bytes(TemplateOf(JsonNode.Parse(json)))) : slice;
    }

    private static bool HasTemplates(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.GetString()! is var text && TerraformText.Of(text) != text)
            {
                return true;
            }
        }

        return false;
    }

    private static JsonNode? TemplateOf(JsonNode? node) =>
        node switch
        {
            JsonObject json => new JsonObject(json.Select(member => KeyValuePair.Create(TerraformText.Of(member.Key), TemplateOf(member.Value)))),
            JsonArray json => new JsonArray([.. json.Select(TemplateOf)]),
            JsonValue json when json.GetValueKind() == JsonValueKind.String => TerraformText.Of(json.GetValue<string>()),
            _ => node?.DeepClone(),
        };
}
