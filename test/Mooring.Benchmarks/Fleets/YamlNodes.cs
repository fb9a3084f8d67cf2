using YamlDotNet.RepresentationModel;

namespace Mooring.Benchmarks.Fleets;

/// <summary>Reads, copies and changes YAML nodes.</summary>
internal static class YamlNodes
{
    /// <summary>The value of a key, <see langword="null"/> when it is not there.</summary>
    public static YamlNode? Find(this YamlNode node, string key) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(key, out var value) ? value : null;

    /// <summary>The value of a key that holds a mapping.</summary>
    public static YamlMappingNode Mapping(this YamlNode node, string key) => node.Find(key) as YamlMappingNode ?? throw Missing(node, key, "mapping");

    /// <summary>The value of a key that holds text.</summary>
    public static string Text(this YamlNode node, string key) => (node.Find(key) as YamlScalarNode)?.Value ?? throw Missing(node, key, "scalar");

    /// <summary>The items of a list; none when the key is not there.</summary>
    public static IReadOnlyList<YamlNode> Items(this YamlNode node, string key) => node.Find(key) is YamlSequenceNode sequence ? [.. sequence.Children] : [];

    /// <summary>The keys of a mapping with what they hold.</summary>
    public static IEnumerable<(string Name, YamlNode Value)> Entries(this YamlMappingNode node) =>
        node.Children.Select(pair => (((YamlScalarNode)pair.Key).Value!, pair.Value));

    /// <summary>Sets the text of a key, and leaves it in its quotes.</summary>
    public static void SetText(this YamlNode node, string key, string text) => ((YamlScalarNode)node.Find(key)!).Value = text;

    /// <summary>A copy down to the scalars, in the same style.</summary>
    public static YamlNode Copy(this YamlNode node) =>
        node switch
        {
            YamlScalarNode scalar => new YamlScalarNode(scalar.Value) { Style = scalar.Style },
            YamlSequenceNode sequence => new YamlSequenceNode(sequence.Children.Select(Copy)) { Style = sequence.Style },
            YamlMappingNode mapping => new YamlMappingNode(mapping.Children.Select(pair => KeyValuePair.Create(pair.Key.Copy(), pair.Value.Copy())))
            {
                Style = mapping.Style,
            },
            _ => throw new BenchmarkException($"the sample fleet must hold no YAML aliases, got one at line {node.Start.Line}"),
        };

    private static BenchmarkException Missing(YamlNode node, string key, string kind) =>
        new($"the sample fleet must have a {kind} '{key}' at line {node.Start.Line}: the fleets are generated from it");
}
