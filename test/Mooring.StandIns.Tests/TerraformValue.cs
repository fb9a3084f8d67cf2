using System.Text.Json;
using System.Text.Json.Nodes;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Tests;

/// <summary>Values as JSON, which is easier to read.</summary>
internal static class TerraformValue
{
    /// <summary>The value of a JSON text. <c>"?"</c> is a value that is not known yet.</summary>
    public static ObjectValue Parse(string json) => (ObjectValue)Of(JsonNode.Parse(json));

    private static Value Of(JsonNode? json) =>
        json switch
        {
            null => Value.Null,
            JsonObject @object => Value.Object(@object.Select(member => KeyValuePair.Create(member.Key, Of(member.Value)))),
            JsonArray array => Value.List(array.Select(Of)),
            _ => json.GetValueKind() switch
            {
                JsonValueKind.String when json.GetValue<string>() == "?" => Value.Unknown,
                JsonValueKind.String => json.GetValue<string>(),
                JsonValueKind.Number => new NumberValue(json.GetValue<double>()),
                var kind => kind == JsonValueKind.True,
            },
        };
}
