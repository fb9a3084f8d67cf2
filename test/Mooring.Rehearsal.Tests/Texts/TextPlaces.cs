using System.Text.Json;
using Mooring.Fleet;
using Mooring.TargetGroupBindings;
using YamlDotNet.RepresentationModel;

namespace Mooring.Rehearsal.Tests.Texts;

/// <summary>Every place of a fleet file that holds a text, by the types of the records.</summary>
internal static class TextPlaces
{
    public static IReadOnlyList<TextPlace> Of(YamlNode fleet) =>
        [.. Of(fleet, typeof(FleetSpec), string.Empty).DistinctBy(place => (object)place.Scalar, ReferenceEqualityComparer.Instance)];

    private static IEnumerable<TextPlace> Of(YamlNode node, Type type, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return node switch
        {
            _ when type == typeof(ChartValue) => OfAnything(node, path),
            YamlScalarNode scalar when type == typeof(string) || type == typeof(ServicePort) => [new TextPlace(path, scalar)],
            YamlSequenceNode list => list.Children.Index().SelectMany(entry => Of(entry.Item, type.GetGenericArguments()[0], $"{path}[{entry.Index}]")),
            YamlMappingNode map when type.IsGenericType => map.Children.SelectMany(entry => OfEntry(map, entry, type.GetGenericArguments()[1], path)),
            YamlMappingNode map => map.Children.SelectMany(entry => OfKey((YamlScalarNode)entry.Key, entry.Value, type, path)),
            _ => [],
        };
    }

    /// <summary>In a value of a chart, each single value may be a text, and each key.</summary>
    private static IEnumerable<TextPlace> OfAnything(YamlNode node, string path) =>
        node switch
        {
            YamlScalarNode scalar => [new TextPlace(path, scalar)],
            YamlSequenceNode list => list.Children.Index().SelectMany(entry => OfAnything(entry.Item, $"{path}[{entry.Index}]")),
            _ => ((YamlMappingNode)node).Children.SelectMany(entry => OfEntry((YamlMappingNode)node, entry, typeof(ChartValue), path)),
        };

    private static IEnumerable<TextPlace> OfEntry(YamlMappingNode map, KeyValuePair<YamlNode, YamlNode> entry, Type type, string path)
    {
        var name = (YamlScalarNode)entry.Key;
        var child = $"{path}.{name.Value}";
        return [new TextPlace(child, name, map), .. Of(entry.Value, type, child)];
    }

    private static IEnumerable<TextPlace> OfKey(YamlScalarNode key, YamlNode value, Type record, string path)
    {
        var property = record.GetProperties().Single(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name) == key.Value);
        return Of(value, property.PropertyType, path.Length == 0 ? key.Value! : $"{path}.{key.Value}");
    }
}
