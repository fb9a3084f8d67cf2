using Mooring.Fleet;
using Mooring.TestKit;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>An example of each key: the first value that a fleet of the repository gives it.</summary>
internal static class KeyExamples
{
    private const int LongestExample = 140;

    private static readonly Dictionary<(Type Record, string Key), YamlNode> s_examples = Collect();

    /// <summary>A value of a key in YAML; <see langword="null"/> where the key is a mapping of keys of its own.</summary>
    public static string? Of(Type record, string key)
        => s_examples.GetValueOrDefault((record, key)) is { } node && Write(node) is { Length: <= LongestExample } text ? text : null;

    private static Dictionary<(Type Record, string Key), YamlNode> Collect()
    {
        var examples = new Dictionary<(Type, string), YamlNode>();
        string[][] files = [["fleet.yaml"], ["test", "Mooring.TestKit", "Fleets", "everything.yaml"], ["test", "Mooring.TestKit", "Fleets", "everything-else.yaml"]];
        foreach (var file in files)
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(File.ReadAllText(Repository.PathOf(file))));
            AddFrom(stream.Documents[0].RootNode, typeof(FleetSpec), examples);
        }

        return examples;
    }

    private static void AddFrom(YamlNode node, Type type, Dictionary<(Type, string), YamlNode> examples)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (node is YamlSequenceNode list && type.IsGenericType)
        {
            list.Children.ToList().ForEach(child => AddFrom(child, FleetKeys.ElementOf(type), examples));
        }
        else if (node is YamlMappingNode map && type.IsGenericType)
        {
            map.Children.Values.ToList().ForEach(child => AddFrom(child, FleetKeys.ElementOf(type), examples));
        }
        else if (node is YamlMappingNode record && type.Namespace == typeof(FleetSpec).Namespace)
        {
            AddKeys(record, type, examples);
        }
    }

    private static void AddKeys(YamlMappingNode record, Type type, Dictionary<(Type, string), YamlNode> examples)
    {
        foreach (var (key, property) in FleetKeys.KeysOf(type))
        {
            if (record.Children.TryGetValue(new YamlScalarNode(key), out var value))
            {
                examples.TryAdd((type, key), value);
                AddFrom(value, property.PropertyType, examples);
            }
        }
    }

    /// <summary>A node on one line.</summary>
    private static string Write(YamlNode node) => node switch
    {
        YamlScalarNode { Style: ScalarStyle.DoubleQuoted or ScalarStyle.SingleQuoted } scalar => $"\"{scalar.Value}\"",
        YamlScalarNode scalar => scalar.Value ?? string.Empty,
        YamlSequenceNode list => $"[{string.Join(", ", list.Children.Select(Write))}]",
        YamlMappingNode map => $"{{ {string.Join(", ", map.Children.Select(pair => $"{Write(pair.Key)}: {Write(pair.Value)}"))} }}",
        _ => string.Empty,
    };
}
