using System.Text.Json.Nodes;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>
/// Writes fleet.part.schema.json, for files that extend others or are extended: no key is required, <c>null</c> removes one, and rules and bindings can
/// be removed by their names.
/// </summary>
internal static class PartSchema
{
    /// <summary>What says that a mapping is complete.</summary>
    private static readonly string[] s_ofWholes = ["required", "oneOf", "anyOf", "not", "minItems", "minProperties", "default"];

    /// <summary>The lists whose entries are merged by their names.</summary>
    private static readonly string[] s_lists = ["rules", "bindings"];

    /// <summary>The schema.</summary>
    public static string Write() => Of(JsonNode.Parse(FleetSchema.Write())!.AsObject()).ToJsonString(FleetSchema.Indented);

    /// <summary>The schema of parts of what a schema describes.</summary>
    public static JsonObject Of(JsonObject whole)
    {
        var part = Part(whole).AsObject();
        part["title"] = "Part of a fleet file of Mooring: a file that extends others, or one that is extended";
        part["properties"]!.AsObject().Insert(0, "extends", Extends());
        return part;
    }

    private static JsonObject Extends() =>
        new()
        {
            ["description"] = "Paths of the files that this one is merged into, relative to this one. The later ones win, and this one wins over all.",
            ["type"] = new JsonArray("string", "array"),
            ["items"] = new JsonObject { ["type"] = "string" },
            ["examples"] = new JsonArray("../base.yaml"),
        };

    private static JsonNode Part(JsonNode schema)
    {
        if (schema is not JsonObject map)
        {
            return schema.DeepClone();
        }

        var part = new JsonObject();
        foreach (var (key, value) in map.Where(pair => !s_ofWholes.Contains(pair.Key)))
        {
            part[key] = key switch
            {
                "properties" => new JsonObject(value!.AsObject().Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Property(pair.Key, pair.Value!)))),
                "additionalProperties" or "patternProperties" when value is JsonObject below => key == "additionalProperties"
                    ? OrNull(Part(below))
                    : new JsonObject(below.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)OrNull(Part(pair.Value!))))),
                "items" => Part(value!),
                _ => value?.DeepClone(),
            };
        }

        return part;
    }

    private static JsonNode Property(string key, JsonNode schema)
    {
        var part = Part(schema);
        if (s_lists.Contains(key) && part["items"]?["properties"] is JsonObject entry)
        {
            entry["remove"] = new JsonObject { ["description"] = "Removes the entry of this name, which a file that is extended has.", ["const"] = true };
        }

        return OrNull(part);
    }

    private static JsonNode OrNull(JsonNode schema)
    {
        if (schema is JsonObject map)
        {
            AddNull(map, "type", "null");
            AddNull(map, "enum", null);
        }

        return schema;
    }

    private static void AddNull(JsonObject schema, string key, string? value)
    {
        if (schema[key] is { } one)
        {
            var all = one is JsonArray list ? list.DeepClone().AsArray() : [one.DeepClone()];
            if (!all.Any(each => each?.ToString() == value))
            {
                all.Add(value);
            }

            schema[key] = all;
        }
    }
}
