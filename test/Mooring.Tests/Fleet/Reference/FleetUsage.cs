using Mooring.Fleet;
using YamlDotNet.RepresentationModel;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>Which keys a fleet file uses, and which words of those that have a few: <c>ClusterSpec.version</c>, <c>Delivery helm</c>.</summary>
internal static class FleetUsage
{
    /// <summary>Everything that a fleet file can use.</summary>
    public static IReadOnlyCollection<string> All { get; } =
    [
        .. FleetKeys.Records.SelectMany(record => FleetKeys.KeysOf(record.Record).Select(pair => $"{record.Record.Name}.{pair.Key}")),
        .. FleetKeys
            .Records.SelectMany(record => FleetKeys.KeysOf(record.Record))
            .Select(pair => ScalarOf(pair.Property.PropertyType))
            .Where(type => type.IsEnum)
            .Distinct()
            .SelectMany(type => Words.ValuesByWord(type).Keys.Select(word => $"{type.Name} {word}")),
    ];

    /// <summary>What a fleet file uses.</summary>
    public static IReadOnlyCollection<string> Of(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(file)));
        return [.. Uses(stream.Documents[0].RootNode, typeof(FleetSpec)).Distinct()];
    }

    private static IEnumerable<string> Uses(YamlNode node, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return (node, type) switch
        {
            (YamlScalarNode scalar, { IsEnum: true }) => [$"{type.Name} {scalar.Value}"],
            (YamlSequenceNode list, { IsGenericType: true }) => list.Children.SelectMany(child => Uses(child, FleetKeys.ElementOf(type))),
            (YamlMappingNode map, { IsGenericType: true }) => map.Children.Values.SelectMany(child => Uses(child, FleetKeys.ElementOf(type))),
            (YamlMappingNode map, _) when type.Namespace == typeof(FleetSpec).Namespace => UsesOfRecord(map, type),
            _ => [],
        };
    }

    private static IEnumerable<string> UsesOfRecord(YamlMappingNode map, Type record)
    {
        var keys = FleetKeys.KeysOf(record).ToDictionary(pair => pair.Key, pair => pair.Property);
        return map.Children.SelectMany(pair => Uses(pair.Value, keys[((YamlScalarNode)pair.Key).Value!].PropertyType).Prepend($"{record.Name}.{pair.Key}"));
    }

    private static Type ScalarOf(Type type) => Nullable.GetUnderlyingType(type) is { } scalar ? scalar : FleetKeys.ElementOf(type);
}
