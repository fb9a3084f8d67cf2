using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentAssertions;
using Mooring.TestKit;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>The examples in docs/fleet.md can be copied into a fleet.</summary>
public partial class ReferenceExamplesTests
{
    private static readonly Dictionary<string, string> s_examples = ExamplePattern()
        .Matches(File.ReadAllText(Repository.PathOf("docs", "fleet.md")))
        .ToDictionary(match => match.Groups["path"].Value, match => match.Groups["example"].Value);

    public static TheoryData<string> Paths => new(s_examples.Keys);

    [Fact]
    public void Every_section_of_a_mapping_with_keys_has_an_example() =>
        FleetKeys
            .Records.Where(record => record.Path.Length > 0 && FleetKeys.KeysOf(record.Record).Any())
            .Select(record => record.Path)
            .Should()
            .BeSubsetOf(s_examples.Keys);

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_example_of_a_mapping_is_accepted_by_its_schema(string path)
    {
        var (key, value) = Parse(s_examples[path]).AsObject().Should().ContainSingle().Subject;

        key.Should().Be(KeysIn(path).Last());
        FleetSchemaValidator.ErrorsOf(SchemaAt(path), value).Should().BeEmpty();
    }

    /// <summary>The example in a table, which is formatted on one line, equals the value in its fleet.</summary>
    [Fact]
    public void The_example_of_a_key_is_the_value_that_a_fleet_has()
    {
        var examples =
            from record in FleetKeys.Records
            from key in FleetKeys.KeysOf(record.Record)
            let node = KeyExamples.Of(record.Record, key)
            where key.Type.Record is null && node is not null
            select (key.Key, Node: node);

        examples
            .Where(example => !JsonNode.DeepEquals(Parse($"{{ {example.Key}: {ExampleYaml.Inline(example.Node)} }}")[example.Key], YamlAsJson.Of(example.Node)))
            .Select(example => example.Key)
            .Should()
            .BeEmpty();
    }

    private static JsonNode Parse(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return YamlAsJson.Of(stream.Documents.Should().ContainSingle().Subject.RootNode)!;
    }

    /// <summary>The schema of the key that leads to a mapping.</summary>
    private static JsonNode SchemaAt(string path) =>
        KeysIn(path)
            .Aggregate(
                (JsonNode)FleetSchemaValidator.Schema,
                (schema, key) => (schema["properties"] is null ? FleetSchemaValidator.EntriesOf(schema)! : schema)["properties"]![key]!
            );

    private static IEnumerable<string> KeysIn(string path) =>
        path.Replace("[]", string.Empty, StringComparison.Ordinal).Split('.').Where(step => step != "<name>");

    [GeneratedRegex(@"^## `(?<path>[^`]+)`\n\n(?:(?!## |```).*\n)+```yaml\n(?<example>(?:.+\n)+?)```$", RegexOptions.Multiline)]
    private static partial Regex ExamplePattern();
}
