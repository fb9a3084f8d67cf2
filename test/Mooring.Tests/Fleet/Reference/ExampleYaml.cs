using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>Writes YAML that is easy to read: a short value on one line, a long one with a key on each line.</summary>
internal static class ExampleYaml
{
    private const int LongestLine = 90;

    /// <summary>A value on one line.</summary>
    public static string Inline(YamlNode node) =>
        node switch
        {
            YamlMappingNode { Children.Count: 0 } => "{}",
            YamlMappingNode map => $"{{ {string.Join(", ", map.Children.Select(pair => $"{Inline(pair.Key)}: {Inline(pair.Value)}"))} }}",
            YamlSequenceNode list => $"[{string.Join(", ", list.Children.Select(Inline))}]",
            YamlScalarNode { Style: ScalarStyle.DoubleQuoted } text => $"\"{text.Value}\"",
            YamlScalarNode { Style: ScalarStyle.SingleQuoted } text => $"'{text.Value}'",
            _ => $"{node}",
        };

    /// <summary>A key, and below it its value.</summary>
    public static string Block(string key, YamlNode node)
    {
        var text = new StringBuilder();
        Append(text, $"{key}:", node, string.Empty, isFirst: true);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string start, YamlNode node, string indent, bool isFirst = false)
    {
        var line = $"{start} {Inline(node)}".TrimEnd();
        if (node is YamlScalarNode || (!isFirst && indent.Length + line.Length <= LongestLine))
        {
            text.Append(indent).Append(line).Append('\n');
            return;
        }

        text.Append(indent).Append(start).Append('\n');
        AppendChildren(text, node, $"{indent}  ");
    }

    private static void AppendChildren(StringBuilder text, YamlNode node, string indent)
    {
        if (node is YamlSequenceNode list)
        {
            foreach (var entry in list.Children)
            {
                AppendEntry(text, entry, indent);
            }
        }
        else
        {
            foreach (var (key, value) in ((YamlMappingNode)node).Children)
            {
                Append(text, $"{Inline(key)}:", value, indent);
            }
        }
    }

    /// <summary>Appends an entry of a list: <c>- </c>, and the keys of a long one below each other.</summary>
    private static void AppendEntry(StringBuilder text, YamlNode entry, string indent)
    {
        if (entry is YamlScalarNode || indent.Length + Inline(entry).Length + 2 <= LongestLine)
        {
            text.Append(indent).Append("- ").Append(Inline(entry)).Append('\n');
            return;
        }

        var lines = new StringBuilder();
        AppendChildren(lines, entry, $"{indent}  ");
        lines[indent.Length] = '-';
        text.Append(lines);
    }
}
