using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentAssertions;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>The page for people and the schema for editors, read as they are published, say the same of every key.</summary>
public partial class ReferenceAgreementTests
{
    private static readonly JsonNode s_schema = JsonNode.Parse(File.ReadAllText(Repository.PathOf("fleet.schema.json")))!;

    public static TheoryData<string> Sections => [.. SectionsOfPage().Keys];

    [Theory]
    [MemberData(nameof(Sections))]
    public void A_section_has_the_keys_of_the_schema_with_their_types(string section)
    {
        var record = SchemaAt(section);
        var rows = SectionsOfPage()[section];
        var required = record["required"]?.AsArray().Select(key => key!.GetValue<string>()).ToArray() ?? [];

        rows.Select(row => row.Key).Should().BeEquivalentTo(record["properties"]?.AsObject().Select(pair => pair.Key) ?? []);
        rows.Where(row => row.Text.Contains("**Required.**", StringComparison.Ordinal)).Select(row => row.Key).Should().BeEquivalentTo(required);
        foreach (var row in rows)
        {
            TypeOf(Resolve(record["properties"]![row.Key]!)).Should().Be(TypeOf(row.Type), "of {0} in {1}", row.Key, section);
        }
    }

    /// <summary>What the page calls a type, in the words of JSON Schema.</summary>
    private static string TypeOf(string type) => type switch
    {
        _ when type.StartsWith("list of", StringComparison.Ordinal) => "array",
        _ when type.Contains("mapping", StringComparison.Ordinal) => "object",
        "boolean" or "string" => type,
        "number" => "integer",
        "number or string" => "integer string",
        _ => "enum",
    };

    private static string TypeOf(JsonNode schema) => schema["enum"] is not null ? "enum" : schema["type"] switch
    {
        JsonArray types => string.Join(' ', types.Select(type => type!.GetValue<string>()).Where(type => type != "null")),
        var type => type!.GetValue<string>(),
    };

    /// <summary>The schema of the record that a section is about: <c>loadBalancers.&lt;name&gt;.listeners.&lt;name&gt;</c>.</summary>
    private static JsonNode SchemaAt(string section)
    {
        var node = s_schema;
        foreach (var step in section == "The file" ? [] : section.Replace("[]", ".[]", StringComparison.Ordinal).Split('.'))
        {
            node = Resolve(step switch
            {
                "[]" => node["items"]!,
                "<name>" => node["additionalProperties"]!,
                _ => node["properties"]![step]!,
            });
        }

        return node;
    }

    private static JsonNode Resolve(JsonNode node)
        => node["$ref"]?.GetValue<string>() is { } reference
            ? Resolve(reference.Split('/').Skip(1).Aggregate(s_schema, (parent, step) => parent[step]!))
            : node;

    private static Dictionary<string, List<(string Key, string Type, string Text)>> SectionsOfPage()
    {
        var sections = new Dictionary<string, List<(string, string, string)>>();
        foreach (var line in File.ReadLines(Repository.PathOf("docs", "fleet.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                sections.Add(line[3..].Trim('`'), []);
            }
            else if (RowPattern().Match(line) is { Success: true } row)
            {
                sections.Last().Value.Add((row.Groups["key"].Value, row.Groups["type"].Value, row.Groups["text"].Value));
            }
        }

        return sections;
    }

    [GeneratedRegex(@"^\| `(?<key>\w+)` \| (?<type>[^|]+) \| (?<text>.*) \|$", RegexOptions.ExplicitCapture)]
    private static partial Regex RowPattern();
}
