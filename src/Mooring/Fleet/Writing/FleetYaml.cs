using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mooring.Fleet.Reading;
using Mooring.TargetGroupBindings;

namespace Mooring.Fleet.Writing;

/// <summary>Writes a fleet as a fleet file, in the order of the reference and without what has its default. Reading it gives an equal fleet.</summary>
internal static class FleetYaml
{
    /// <summary>The text of the file.</summary>
    public static string Write(FleetSpec fleet) => $"{Yaml.Write(Value(fleet))}\n";

    private static object Value(object value) =>
        value switch
        {
            string or bool or int => value,
            Enum word => Words.Of(word),
            ServicePort port => port.Value,
            ChartValue chart => Tree(chart.ToNode())!,
            IDictionary map => Map(map),
            IEnumerable list => list.Cast<object>().Select(Value).ToArray(),
            _ => Record(value),
        };

    /// <summary>A value of a chart as YamlDotNet writes it: a number keeps its digits.</summary>
    private static object? Tree(JsonNode? node) =>
        node switch
        {
            null => null,
            JsonObject map => map.ToDictionary(entry => entry.Key, entry => Tree(entry.Value)),
            JsonArray list => list.Select(Tree).ToArray(),
            _ when node.GetValueKind() == JsonValueKind.String => $"{node}",
            _ when node.GetValueKind() == JsonValueKind.Number => decimal.Parse($"{node}", CultureInfo.InvariantCulture),
            _ => node.GetValueKind() == JsonValueKind.True,
        };

    private static OrderedDictionary<string, object> Map(IDictionary map)
    {
        var entries = new OrderedDictionary<string, object>();
        foreach (DictionaryEntry entry in map)
        {
            entries.Add((string)entry.Key, Value(entry.Value!));
        }

        return entries;
    }

    private static OrderedDictionary<string, object> Record(object record)
    {
        var type = RecordType.Of(record.GetType());
        var (blank, entries) = (type.Blank(), new OrderedDictionary<string, object>());
        foreach (var (key, property) in type.Properties)
        {
            if (property.GetValue(record) is { } given)
            {
                var value = Value(given);
                if (type.Required.Contains(key) || !IsDefault(value, property.GetValue(blank)))
                {
                    entries.Add(key, value);
                }
            }
        }

        return entries;
    }

    private static bool IsDefault(object value, object? byDefault) => byDefault is not null && Yaml.Write(value) == Yaml.Write(Value(byDefault));
}
