using System.Text.RegularExpressions;

namespace Mooring.TestKit;

/// <summary>A Markdown file of the repository: its links, its anchors and its code blocks.</summary>
/// <param name="Path">Path from the top of the repository, with slashes.</param>
internal sealed partial record MarkdownFile(string Path)
{
    private readonly string _text = File.ReadAllText(Repository.PathOf(Path)).ReplaceLineEndings("\n");

    /// <summary>The files that users and contributors read: those at the top, those of <c>docs/</c> and of <c>bindings/</c>.</summary>
    public static IEnumerable<MarkdownFile> All =>
        Directory
            .GetFiles(Repository.Root, "*.md")
            .Concat(Directory.GetFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories))
            .Append(Repository.PathOf("bindings", "README.md"))
            .Select(file => new MarkdownFile(System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')))
            .OrderBy(file => file.Path, StringComparer.Ordinal);

    /// <summary>The targets of links and images that do not lead to another site.</summary>
    public IEnumerable<string> RelativeLinks =>
        LinkPattern().Matches(Prose).Select(match => match.Groups["target"].Value).Where(target => !target.Contains("://", StringComparison.Ordinal));

    /// <summary>The anchors of its headings, as GitHub derives them.</summary>
    public IEnumerable<string> Anchors =>
        HeadingPattern()
            .Matches(Prose)
            .Select(match => AnchorOf(match.Groups["heading"].Value))
            .GroupBy(anchor => anchor)
            .SelectMany(same => same.Select((anchor, index) => index == 0 ? anchor : $"{anchor}-{index}"));

    /// <summary>The text without its code blocks.</summary>
    private string Prose => FencePattern().Replace(_text, string.Empty);

    /// <summary>The code blocks of a kind, such as <c>yaml fleet</c>, without their indentation.</summary>
    public IEnumerable<string> Blocks(string info) =>
        FencePattern()
            .Matches(_text)
            .Where(match => match.Groups["info"].Value.Trim() == info)
            .Select(match => WithoutIndent(match.Groups["code"].Value, match.Groups["indent"].Length));

    /// <summary>The complete fleets that are followed by the output of <c>dotnet run</c>.</summary>
    public IEnumerable<(string Fleet, string Printed)> FleetsWithOutput
    {
        get
        {
            var blocks = FencePattern()
                .Matches(_text)
                .Select(match => (Info: match.Groups["info"].Value.Trim(), Code: WithoutIndent(match.Groups["code"].Value, match.Groups["indent"].Length)))
                .Where(block => block.Info is "yaml fleet" or "console")
                .ToArray();
            return blocks
                .Zip(blocks.Skip(1))
                .Where(pair => pair.First.Info == "yaml fleet" && pair.Second.Code.StartsWith("$ dotnet run\n", StringComparison.Ordinal))
                .Select(pair => (pair.First.Code, pair.Second.Code));
        }
    }

    private static string WithoutIndent(string code, int indent) =>
        string.Join('\n', code.Split('\n').Select(line => line.Length < indent ? line.TrimStart() : line[indent..]));

    public static string AnchorOf(string heading) =>
        NotInAnchorsPattern().Replace(MarkdownLinkPattern().Replace(heading, "$1").Trim().ToLowerInvariant(), string.Empty).Replace(' ', '-');

    [GeneratedRegex(@"^(?<indent> *)```(?<info>[^\n]*)\n(?<code>.*?)^\k<indent>```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FencePattern();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"^#+ (?<heading>.+)$", RegexOptions.Multiline)]
    private static partial Regex HeadingPattern();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex MarkdownLinkPattern();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchorsPattern();
}
