using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentAssertions;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>docs/fleet.md and fleet.schema.json, as they are in the repository, describe the same keys.</summary>
public partial class ReferenceMatchesSchemaTests
{
    /// <summary>The tables of the page by the anchors of their headings.</summary>
    private static readonly Dictionary<string, Row[]> s_tables = File.ReadAllText(Repository.PathOf("docs", "fleet.md"))
        .Split("\n## ")
        .Skip(1)
        .ToDictionary(section => AnchorOf(section.Split('\n')[0]), section => RowPattern().Matches(section).Select(Row.Of).ToArray());

    /// <summary>Every mapping of the schema, with the anchor of the section that describes it.</summary>
    private static readonly (string Path, JsonObject Schema, string Anchor)[] s_mappings = [.. Mappings("the file", FleetSchemaValidator.Schema, "the-file")];

    public static TheoryData<string> Paths => new(s_mappings.Select(mapping => mapping.Path));

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_section_has_the_keys_of_the_schema_with_their_types_and_defaults(string path)
    {
        var (_, schema, anchor) = s_mappings.Single(mapping => mapping.Path == path);
        var required = schema["required"]?.AsArray().Select(key => $"{key}").ToArray() ?? [];

        var inSchema = schema["properties"]!
            .AsObject()
            .Select(pair => (pair.Key, TypeOf(pair.Value!), required.Contains(pair.Key) ? "**required**" : DefaultOf(pair.Value!)));

        s_tables[anchor].Select(row => (row.Key, row.TypeWithoutLink, row.Default)).Should().Equal(inSchema);
    }

    [Fact]
    public void Every_section_describes_a_mapping_of_the_schema() =>
        s_tables.Keys.Should().BeEquivalentTo(s_mappings.Select(mapping => mapping.Anchor).Distinct());

    [Fact]
    public void Every_key_has_an_example_or_a_link_to_its_section()
    {
        var rows = s_tables.Values.SelectMany(rows => rows).ToArray();

        rows.Where(row => row.Anchor is null && !row.Description.Contains("Example: `", StringComparison.Ordinal)).Should().BeEmpty();
        rows.Where(row => row.Anchor is { } anchor && !s_tables.ContainsKey(anchor)).Should().BeEmpty();
    }

    [Fact]
    public void The_booleans_of_the_fleet_file_are_booleans_on_the_page() =>
        s_tables
            .Values.SelectMany(rows => rows)
            .Count(row => row.Type == "boolean")
            .Should()
            .Be(FleetKeys.Records.SelectMany(record => FleetKeys.KeysOf(record.Record)).Count(key => key.Type.IsBoolean))
            .And.BeGreaterThan(0);

    [Fact]
    public void A_doc_comment_states_the_default_that_the_record_has() =>
        FleetKeys
            .Records.SelectMany(record => FleetKeys.KeysOf(record.Record))
            .Where(key => key.InitialValue is not null && key.DocumentedValue is not null && !key.InitialValue.Equals(key.DocumentedValue))
            .Select(key => $"{key.Property.DeclaringType!.Name}.{key.Property.Name}: {key.DefaultSentence}")
            .Should()
            .BeEmpty();

    private static IEnumerable<(string Path, JsonObject Schema, string Anchor)> Mappings(string path, JsonObject schema, string anchor)
    {
        var below =
            from pair in schema["properties"]!.AsObject()
            let inner = pair.Value!["properties"] is not null ? pair.Value.AsObject() : FleetSchemaValidator.EntriesOf(pair.Value)
            where inner?["properties"] is not null
            from mapping in Mappings($"{path}, {pair.Key}", inner, s_tables[anchor].Single(row => row.Key == pair.Key).Anchor!)
            select mapping;
        return below.Prepend((path, schema, anchor));
    }

    /// <summary>A type in the words of the page.</summary>
    private static string TypeOf(JsonNode schema, bool isPlural = false)
    {
        if (schema["properties"] is not null)
        {
            return isPlural ? "mappings" : "mapping";
        }

        return $"{schema["type"]?.ToJsonString()}" switch
        {
            _ when schema.AsObject().Count == 0 => "values",
            "" => string.Join(" or ", schema["enum"]!.AsArray().Select(word => $"`{word}`")),
            "\"boolean\"" => "boolean",
            "\"integer\"" => "number",
            "\"string\"" => isPlural ? "strings" : "string",
            """["integer","string"]""" => "number or string",
            "\"array\"" => $"{(isPlural ? "lists" : "list")} of {TypeOf(FleetSchemaValidator.EntriesOf(schema)!, isPlural: true)}",
            "\"object\"" => $"mapping of names to {TypeOf(FleetSchemaValidator.EntriesOf(schema)!, isPlural: true)}",
            var type => throw new InvalidDataException($"{type} has no word on the page"),
        };
    }

    private static string DefaultOf(JsonNode schema) => schema["default"] is { } value ? $"`{value}`" : "–";

    /// <summary>The anchor that GitHub gives a heading.</summary>
    private static string AnchorOf(string heading) => NotInAnchor().Replace(heading.ToLowerInvariant().Replace(' ', '-'), string.Empty);

    [GeneratedRegex(@"^\| `(?<key>\w+)` \| (?<type>[^|]+) \| (?<default>[^|]+) \| (?<description>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex RowPattern();

    [GeneratedRegex(@"\[(?<text>mappings?)\]\(#(?<anchor>[\w-]+)\)")]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"[^\w-]")]
    private static partial Regex NotInAnchor();

    private sealed record Row(string Key, string Type, string Default, string Description)
    {
        public string? Anchor => LinkPattern().Match(Type) is { Success: true } link ? link.Groups["anchor"].Value : null;

        public string TypeWithoutLink => LinkPattern().Replace(Type, "${text}");

        public static Row Of(Match row) => new(row.Groups["key"].Value, row.Groups["type"].Value, row.Groups["default"].Value, row.Groups["description"].Value);
    }
}
