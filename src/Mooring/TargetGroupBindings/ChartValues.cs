using System.Text.Json.Nodes;

namespace Mooring.TargetGroupBindings;

/// <summary>Values of a chart, merged as Helm merges them: mappings deeply; a list, a single value and <c>null</c> replace what was there.</summary>
/// <seealso href="https://helm.sh/docs/chart_template_guide/values_files/"/>
internal static class ChartValues
{
    /// <summary>Values over others.</summary>
    public static IReadOnlyDictionary<string, ChartValue> Merge(IReadOnlyDictionary<string, ChartValue> values, IReadOnlyDictionary<string, ChartValue> over) =>
        values.Count == 0 ? over
        : over.Count == 0 ? values
        : Merge(Node(values), Node(over)).ToDictionary(value => value.Key, value => ChartValue.Of(value.Value));

    /// <summary>An object with the entries of another one over its own.</summary>
    public static JsonObject Merge(JsonObject values, JsonObject over)
    {
        foreach (var (key, value) in over)
        {
            values[key] = value is JsonObject part && values[key] is JsonObject existing ? Merge(existing, part) : value?.DeepClone();
        }

        return values;
    }

    /// <summary>Values as one object.</summary>
    public static JsonObject Node(IReadOnlyDictionary<string, ChartValue> values) =>
        new(values.Select(value => KeyValuePair.Create(value.Key, value.Value.ToNode())));
}
