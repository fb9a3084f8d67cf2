using System.Text;
using System.Text.RegularExpressions;
using Mooring.Limits;
using Mooring.Tests.Limits;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>Writes docs/fleet.md: a section for each record, with an example and a table of its keys.</summary>
internal static partial class ReferencePage
{
    private const string Start = """
        # The fleet file

        <!-- Generated from the records in src/Mooring/Fleet, their doc comments and the sample fleets: dotnet test -e ACCEPT_SNAPSHOTS=1 -->

        The fleet file is YAML; anchors, aliases and merge keys (`<<`) work. A key that is not listed here is an error.

        Editors check the file against [`fleet.schema.json`](../fleet.schema.json) when its first line is:

        ```yaml
        # yaml-language-server: $schema=fleet.schema.json
        ```

        Each section describes one mapping. `<name>` stands for a name that you choose, `[]` for the entries of a list.
        The column *Default* shows the value that a key has when you leave it out. A dash stands for a value that depends on something
        else, or for none; the description says which.

        """;

    /// <summary>The page.</summary>
    public static string Write()
    {
        var page = new StringBuilder(Start.ReplaceLineEndings("\n"));
        foreach (var (path, record) in FleetKeys.Records)
        {
            page.Append("\n## ").Append(HeadingOf(path)).Append("\n\n").Append(DocComments.Summary(record)).Append('\n');
            page.Append(OtherPaths(path, record) is { Length: > 0 } others ? $"\nAlso at {string.Join(" and ", others)}.\n" : string.Empty);
            page.Append(ExampleOf(path, record) is { } example ? $"\n```yaml\n{example}```\n" : string.Empty);
            var rows = FleetKeys.KeysOf(record).Select(key => Row(record, key)).ToArray();
            page.Append(rows.Length > 0 ? "\n| Key | Type | Default | Description |\n|---|---|---|---|\n" : string.Empty).AppendJoin(string.Empty, rows);
        }

        return page.ToString();
    }

    /// <summary>A row of a table: | `port` | number | **required** | Port it listens on. Example: `443` |.</summary>
    private static string Row(Type record, FleetKey key)
    {
        var example = key.Type.Record is null && KeyExamples.Of(record, key) is { } value ? $"Example: `{ExampleYaml.Inline(value)}`" : string.Empty;
        string[] sentences = [key.Summary, key.IsDefaultPlain ? string.Empty : key.DefaultSentence, example];
        var type = key.Type.IsChoice ? Choice(AllowedWords(record, key)) : TypeOf(key.Type);
        return $"| `{key.Key}` | {type} | {DefaultOf(key)} | {string.Join(' ', sentences.Where(sentence => sentence.Length > 0))} |\n";
    }

    private static string TypeOf(KeyType type) =>
        type.IsBoolean ? "boolean"
        : type.IsNumber ? "number"
        : type.IsString ? "string"
        : type.IsPort ? "number or string"
        : type.IsChoice ? Choice(type.Words)
        : type.IsList ? $"list of {PluralOf(type.Element)}"
        : type.IsMapping ? $"mapping of names to {PluralOf(type.Element)}"
        : $"[mapping](#{AnchorOf(type.Type)})";

    private static string PluralOf(KeyType type) =>
        type.IsString ? "strings"
        : type.IsChoice ? TypeOf(type)
        : type.IsList ? $"lists of {PluralOf(type.Element)}"
        : $"[mappings](#{AnchorOf(type.Type)})";

    private static string Choice(IEnumerable<string> words) => string.Join(" or ", words.Select(word => $"`{word}`"));

    /// <summary>The words of a key that its limit accepts.</summary>
    private static IEnumerable<string> AllowedWords(Type record, FleetKey key) =>
        KeyLimits.Of(new KeyPlace(record, key.Key)) is { } limit && LimitFacets.Of(limit).OfType<ValuesAttribute>().SingleOrDefault() is { } values
            ? values.Values.Cast<Enum>().Select(FleetKey.WordOf)
            : key.Type.Words;

    private static string DefaultOf(FleetKey key) =>
        key.IsRequired ? "**required**"
        : KeyExamples.DefaultInYaml(key) is { } text ? $"`{text}`"
        : "–";

    private static string HeadingOf(string path) => path.Length == 0 ? "The file" : $"`{path}`";

    private static string AnchorOf(Type record) =>
        NotInAnchor().Replace(HeadingOf(FleetKeys.Records.First(other => other.Record == record).Path).ToLowerInvariant(), string.Empty);

    /// <summary>Where else the mapping occurs.</summary>
    private static string[] OtherPaths(string path, Type record) =>
        [.. LeadingTo(record).Select(other => FleetKeys.PathOf(other.Path, other.Key)).Where(other => other != path).Select(other => $"`{other}`")];

    /// <summary>An example of the mapping at a path, with the key that leads to it.</summary>
    private static string? ExampleOf(string path, Type record) =>
        LeadingTo(record)
            .Where(other => FleetKeys.PathOf(other.Path, other.Key) == path)
            .Select(other => KeyExamples.OfMapping(other.Record, other.Key))
            .SingleOrDefault();

    /// <summary>The keys that lead to a record.</summary>
    private static IEnumerable<(string Path, Type Record, FleetKey Key)> LeadingTo(Type record) =>
        from other in FleetKeys.Records
        from key in FleetKeys.KeysOf(other.Record)
        where key.Type.Record == record
        select (other.Path, other.Record, key);

    /// <summary>What GitHub leaves out of a heading to make its anchor.</summary>
    [GeneratedRegex(@"[^\w -]")]
    private static partial Regex NotInAnchor();
}
