using YamlDotNet.RepresentationModel;

namespace Mooring.Discovery.Writing;

/// <summary>Adds comments to a fleet file.</summary>
internal static class CommentedYaml
{
    /// <summary>A comment ends at this column; a word that is longer stays whole.</summary>
    private const int Columns = 120;

    /// <summary>Writes comments above the lines that they belong to.</summary>
    /// <param name="text">The file.</param>
    /// <param name="heading">The comment at its beginning, in paragraphs.</param>
    /// <param name="comments">
    /// The comments, by paths: <c>loadBalancers.www.listeners.http.rules[0]</c>. One whose path is not there is above what holds it.
    /// </param>
    public static string Write(string text, IEnumerable<string> heading, IEnumerable<(string Path, string Text)> comments)
    {
        var lines = LinesOf(text);
        var byLine = comments.ToLookup(comment => LineOf(lines, comment.Path), comment => comment.Text);
        return string.Join(
            '\n',
            [
                .. heading.SelectMany(paragraph => Comment(paragraph, string.Empty)),
                .. text.Split('\n').SelectMany((line, index) => byLine[index].SelectMany(comment => Comment(comment, IndentOf(line))).Append(line)),
            ]
        );
    }

    /// <summary>The number of the line that each path begins in, from 0.</summary>
    private static Dictionary<string, int> LinesOf(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        Add(stream.Documents[0].RootNode, string.Empty, lines);
        return lines;
    }

    private static void Add(YamlNode node, string path, Dictionary<string, int> lines)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                foreach (var (key, value) in mapping.Children)
                {
                    var at = path.Length == 0 ? $"{key}" : $"{path}.{key}";
                    lines[at] = (int)key.Start.Line - 1;
                    Add(value, at, lines);
                }

                break;
            case YamlSequenceNode sequence:
                foreach (var (index, element) in sequence.Children.Index())
                {
                    lines[$"{path}[{index}]"] = (int)element.Start.Line - 1;
                    Add(element, $"{path}[{index}]", lines);
                }

                break;
        }
    }

    private static int LineOf(Dictionary<string, int> lines, string path)
    {
        for (var at = path; at.Length > 0; at = at[..Math.Max(0, at.LastIndexOfAny(['.', '[']))])
        {
            if (lines.TryGetValue(at, out var line))
            {
                return line;
            }
        }

        return 0;
    }

    private static string IndentOf(string line) => line[..(line.Length - line.TrimStart(' ').Length)];

    private static IEnumerable<string> Comment(string text, string indent)
    {
        var line = $"{indent}#";
        foreach (var word in Printable.OneLine(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length + 1 + word.Length > Columns && line.Length > indent.Length + 1)
            {
                yield return line;
                line = $"{indent}#";
            }

            line = $"{line} {word}";
        }

        yield return line;
    }
}
