using System.Globalization;
using System.Text.Json.Nodes;
using Mooring.StandIns.Controller;
using Mooring.StandIns.Values;
using YamlDotNet.Serialization;

namespace Mooring.StandIns.Kubernetes;

/// <summary>The values of a Helm release.</summary>
internal static class HelmValues
{
    private static readonly IDeserializer s_yaml = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();

    /// <summary>The values, of which later documents override earlier ones.</summary>
    /// <param name="release">The release; null has none.</param>
    public static JsonObject Of(Value release) =>
        release["values"]
            .Elements.Select(document => document.Text)
            .OfType<string>()
            .Aggregate(new JsonObject(), (values, document) => MergePatch.Apply(values, Json(s_yaml.Deserialize<object?>(document)) as JsonObject ?? []));

    private static JsonNode? Json(object? yaml) =>
        yaml switch
        {
            null => null,
            Dictionary<object, object?> map => new JsonObject(map.Select(entry => KeyValuePair.Create($"{entry.Key}", Json(entry.Value)))),
            List<object?> list => new JsonArray([.. list.Select(Json)]),
            bool flag => flag,
            string text => text,
            float or double => Convert.ToDouble(yaml, CultureInfo.InvariantCulture),
            _ => Convert.ToInt64(yaml, CultureInfo.InvariantCulture),
        };
}
