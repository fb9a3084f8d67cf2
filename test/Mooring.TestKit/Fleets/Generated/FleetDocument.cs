using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Mooring.TestKit.Fleets.Generated;

/// <summary>
/// A fleet file in JSON, which is YAML, with a value a line: where something else is planted in the place of a value, its line is the
/// one that differs.
/// </summary>
internal sealed class FleetDocument(JsonObject root)
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text.</summary>
    public string Text { get; } = root.ToJsonString(s_json);

    /// <summary>The content.</summary>
    public JsonObject Root => root;

    /// <summary>A fleet file of the repository.</summary>
    public static FleetDocument Read(params string[] file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Repository.PathOf(file))));
        return new FleetDocument((JsonObject)ToJson(stream.Documents[0].RootNode)!);
    }

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<Fault> Faults() => FaultsOf(Text);

    /// <summary>What is wrong with a text.</summary>
    public static IReadOnlyList<Fault> FaultsOf(string text)
    {
        try
        {
            FleetFile.Parse(text);
            return [];
        }
        catch (FleetException exception)
        {
            return exception.Faults;
        }
    }

    /// <summary>The places that a pattern such as <c>clusters.*.version</c> is for.</summary>
    public IEnumerable<FleetPlace> Places(string pattern) => Places(root, pattern.Split('.'), []);

    /// <summary>All places that hold a single value.</summary>
    public IEnumerable<FleetPlace> Scalars() => Scalars(root, []);

    /// <summary>The places of single values that must be of one type; values of a chart may be of any.</summary>
    public IEnumerable<FleetPlace> TypedScalars() => Scalars().Where(place => !place.Path.Contains("controller.values.", StringComparison.Ordinal));

    /// <summary>All places, also those that hold others.</summary>
    public IEnumerable<FleetPlace> All() => All(root, []);

    /// <summary>The text with another name for the key at a place.</summary>
    public string WithKey(FleetPlace place, string name)
    {
        var copy = (JsonObject)root.DeepClone();
        var parent = (JsonObject)new FleetPlace(place.Way[..^1]).Get(copy)!;
        var index = parent.IndexOf((string)place.Way[^1]);
        var value = parent.GetAt(index).Value;
        parent.RemoveAt(index);
        parent.Insert(index, name, value);
        return copy.ToJsonString(s_json);
    }

    /// <summary>The document with another value at a place.</summary>
    public FleetDocument Planted(FleetPlace place, JsonNode? value)
    {
        var copy = (JsonObject)root.DeepClone();
        place.Set(copy, value);
        return new FleetDocument(copy);
    }

    /// <summary>The document with another value at a place, and the line of that value.</summary>
    public (string Text, int Line) With(FleetPlace place, JsonNode? value)
    {
        var copy = (JsonObject)root.DeepClone();
        place.Set(copy, value);
        var text = copy.ToJsonString(s_json);
        var line = text.Split('\n').Zip(Text.Split('\n')).TakeWhile(pair => pair.First == pair.Second).Count() + 1;
        return (text, line);
    }

    private static IEnumerable<FleetPlace> Places(JsonNode? node, string[] pattern, object[] way)
    {
        if (pattern.Length == 0)
        {
            return [new FleetPlace(way)];
        }

        return Children(node)
            .Where(child => pattern[0] == "*" || pattern[0] == $"{child.Key}")
            .SelectMany(child => Places(child.Value, pattern[1..], [.. way, child.Key]));
    }

    private static IEnumerable<FleetPlace> Scalars(JsonNode? node, object[] way) =>
        node is JsonValue ? [new FleetPlace(way)] : Children(node).SelectMany(child => Scalars(child.Value, [.. way, child.Key]));

    private static IEnumerable<FleetPlace> All(JsonNode? node, object[] way) =>
        Children(node).SelectMany(child => All(child.Value, [.. way, child.Key]).Prepend(new FleetPlace([.. way, child.Key])));

    private static IEnumerable<(object Key, JsonNode? Value)> Children(JsonNode? node) =>
        node switch
        {
            JsonObject map => map.Select(pair => ((object)pair.Key, pair.Value)),
            JsonArray list => list.Select((entry, index) => ((object)index, entry)),
            _ => [],
        };

    private static JsonNode? ToJson(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, ToJson(pair.Value)))),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
            YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } scalar => JsonValue.Create(scalar.Value == "true"),
            YamlScalarNode { Style: ScalarStyle.Plain } scalar when int.TryParse(scalar.Value, out var number) => JsonValue.Create(number),
            YamlScalarNode { Style: ScalarStyle.Plain, Value: "" } => new JsonObject(),
            YamlScalarNode scalar => JsonValue.Create(scalar.Value),
            _ => null,
        };
}
