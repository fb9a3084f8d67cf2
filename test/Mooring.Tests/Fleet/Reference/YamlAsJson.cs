using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>Converts YAML to the JSON that an editor checks: <c>123</c> is a number, and <c>"123"</c> a string.</summary>
internal static class YamlAsJson
{
    /// <summary>A node in JSON.</summary>
    public static JsonNode? Of(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Of(pair.Value)))),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(Of)]),
            YamlScalarNode { Style: ScalarStyle.Plain } scalar => OfPlain(scalar.Value!),
            YamlScalarNode scalar => JsonValue.Create(scalar.Value),
            _ => throw new ArgumentException($"{node.GetType().Name} is not JSON", nameof(node)),
        };

    /// <summary>A text without quotes, as the core schema of YAML 1.2 reads it.</summary>
    /// <seealso href="https://yaml.org/spec/1.2.2/#103-core-schema"/>
    private static JsonValue? OfPlain(string text) =>
        text switch
        {
            "" or "~" or "null" => null,
            "true" or "false" => JsonValue.Create(text == "true"),
            _ when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
            _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
            _ => JsonValue.Create(text),
        };
}
