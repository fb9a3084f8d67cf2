using Mooring.Fleet;
using YamlDotNet.RepresentationModel;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>Examples of the values of keys, from the fleet files of the repository.</summary>
internal static class KeyExamples
{
    /// <summary>Lines that the example of a mapping has at most, where there is one that short.</summary>
    private const int MostLines = 12;

    private const int LongestInline = 100;

    private static readonly ILookup<(Type Record, string Key), YamlNode> s_values = SampleFleets
        .Roots.SelectMany(root => ValuesIn(root, new KeyType(typeof(FleetSpec))))
        .ToLookup(value => (value.Record, value.Key), value => value.Node);

    /// <summary>An example of a key's value: the first that is not its default, a short one if possible.</summary>
    public static YamlNode? Of(Type record, FleetKey key) =>
        s_values[(record, key.Key)]
            .OrderBy(node => $"{node}" == DefaultInYaml(key))
            .ThenBy(node => ExampleYaml.Inline(node).Length > LongestInline)
            .FirstOrDefault();

    /// <summary>An example of a key that leads to a mapping: the longest that is still short.</summary>
    public static string? OfMapping(Type record, FleetKey key) =>
        s_values[(record, key.Key)]
            .SelectMany(Examples)
            .Select(node => ExampleYaml.Block(key.Key, node))
            .Where(text => Lines(text) > 1)
            .OrderBy(text => Lines(text) > MostLines ? Lines(text) : MostLines - Lines(text))
            .ThenByDescending(text => text.Length)
            .FirstOrDefault();

    /// <summary>A key's default as YAML; <see langword="null"/> where it has none.</summary>
    public static string? DefaultInYaml(FleetKey key) => key.Default is bool value ? (value ? "true" : "false") : key.Default?.ToString();

    /// <summary>Of a list, each entry is an example.</summary>
    private static IEnumerable<YamlNode> Examples(YamlNode node) =>
        node is YamlSequenceNode list ? list.Children.Select(entry => new YamlSequenceNode(entry)) : [node];

    private static int Lines(string text) => text.Count(character => character == '\n');

    private static IEnumerable<(Type Record, string Key, YamlNode Node)> ValuesIn(YamlNode node, KeyType type) =>
        node switch
        {
            YamlSequenceNode list when type.IsList => list.Children.SelectMany(child => ValuesIn(child, type.Element)),
            YamlMappingNode map when type.IsMapping => map.Children.Values.SelectMany(child => ValuesIn(child, type.Element)),
            YamlMappingNode map when type.IsRecord => map.Children.SelectMany(child =>
                ValuesOf(FleetKeys.KeyOf(type.Type, $"{child.Key}"), child.Value, type.Type)
            ),
            _ => [],
        };

    private static IEnumerable<(Type Record, string Key, YamlNode Node)> ValuesOf(FleetKey key, YamlNode value, Type record) =>
        ValuesIn(value, key.Type).Prepend((record, key.Key, value));
}
