using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Mooring.StandIns.ArgoCd.Manifests;

/// <summary>YAML as JSON, as Kubernetes reads it.</summary>
internal static class Yaml
{
    /// <summary>The documents of a text.</summary>
    /// <exception cref="ManifestException">The text is not YAML.</exception>
    public static IReadOnlyList<JsonNode?> Documents(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return [.. stream.Documents.Select(document => Json(document.RootNode))];
        }
        catch (YamlException exception)
        {
            throw new ManifestException($"error converting YAML to JSON: yaml: line {exception.Start.Line}: {exception.Message}");
        }
    }

    /// <summary>The only document of a text; an empty object where it has none.</summary>
    /// <exception cref="ManifestException">The text is not YAML, or no mapping.</exception>
    public static JsonObject Object(string text) =>
        Documents(text) switch
        {
            [] or [null] => [],
            [JsonObject mapping] => mapping,
            _ => throw new ManifestException("error unmarshaling JSON: json: cannot unmarshal into Go value of type map[string]interface {}"),
        };

    private static JsonNode? Json(YamlNode node) =>
        node switch
        {
            YamlMappingNode mapping => new JsonObject(mapping.Children.Select(each => KeyValuePair.Create($"{each.Key}", Json(each.Value)))),
            YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Json)]),
            YamlScalarNode { Style: ScalarStyle.Plain } plain => Plain(plain.Value ?? string.Empty),
            YamlScalarNode scalar => scalar.Value,
            _ => throw new ManifestException($"unknown YAML {node.NodeType}"),
        };

    private static JsonNode? Plain(string text) =>
        text switch
        {
            "" or "~" or "null" => null,
            "true" => true,
            "false" => false,
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            _ => text,
        };
}
