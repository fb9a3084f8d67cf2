using FluentAssertions;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.Fleet.Writing;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Fleet.Reading;

/// <summary>Values of a chart, as Helm's users write them.</summary>
public class ChartValueTests
{
    private const string All = """
        a text: plain
        quoted: "10"
        number: -10
        decimal: 0.50
        truth: true
        nothing: null
        emptiness:
        list: [1, two, { three: ~ }]
        mapping: { deep: { deeper: "" } }
        """;

    [Fact]
    public void Every_kind_of_value_is_what_it_is_in_yaml() =>
        ValuesOf(All)
            .Should()
            .Equal(
                new Dictionary<string, string>
                {
                    ["a text"] = "\"plain\"",
                    ["quoted"] = "\"10\"",
                    ["number"] = "-10",
                    ["decimal"] = "0.50",
                    ["truth"] = "true",
                    ["nothing"] = "null",
                    ["emptiness"] = "null",
                    ["list"] = """[1,"two",{"three":null}]""",
                    ["mapping"] = """{"deep":{"deeper":""}}""",
                }
            );

    [Fact]
    public void Anchors_and_merge_keys_work_as_everywhere() =>
        ValuesOf("one: &one { a: 1, b: 2 }\ntwo: { <<: *one, b: 3 }")["two"].Should().Be("""{"b":3,"a":1}""");

    /// <summary>Helm reads YAML 1.1, in which `yes` is a boolean and `010` is 8.</summary>
    [Theory]
    [InlineData("yes")]
    [InlineData("Off")]
    [InlineData("TRUE")]
    [InlineData("Null")]
    [InlineData("010")]
    [InlineData("0x1F")]
    [InlineData("1_000")]
    [InlineData("1e3")]
    [InlineData("+1")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData(".inf")]
    [InlineData("12345678901234567890")]
    public void What_yaml_readers_understand_differently_is_an_error_without_quotes(string value)
    {
        FaultsOf($"key: {value}")
            .Should()
            .Be(
                "fleet.yaml(6,10): controller.values.key must be in quotes, or be 'true', 'false', 'null' or a number such as '10' or '0.5', " + $"got {value}"
            );
        ValuesOf($"key: '{value}'")["key"].Should().Be($"\"{value}\"");
    }

    [Theory]
    [InlineData("3.5.0")]
    [InlineData("yesterday")]
    [InlineData("2026-11-28")]
    [InlineData("1m30s")]
    public void What_every_reader_takes_for_a_text_needs_no_quotes(string value) => ValuesOf($"key: {value}")["key"].Should().Be($"\"{value}\"");

    [Fact]
    public void Values_of_a_cluster_are_merged_over_the_fleets_as_helm_merges()
    {
        var text = SmallFleet
            .TextWith("vpc:", "controller: { values: { env: { A: 1, B: 2 }, list: [1, 2], image: { tag: v1 } } }\nvpc:")
            .Replace(
                "delivery: helm",
                "delivery: helm\n    controller: { values: { env: { B: null, C: { D: 4 } }, list: [3], image: v2 } }",
                StringComparison.Ordinal
            );
        var fleet = FleetFile.Parse(text);

        ClusterController
            .Of(fleet, "blue")
            .Values.ToDictionary(value => value.Key, value => value.Value.Json)
            .Should()
            .Equal(
                new Dictionary<string, string>
                {
                    ["env"] = """{"A":1,"B":null,"C":{"D":4}}""",
                    ["list"] = "[3]",
                    ["image"] = "\"v2\"",
                }
            );
    }

    [Fact]
    public void A_written_fleet_has_the_same_values()
    {
        var text = FleetYaml.Write(FleetOf(All));

        FleetFile.Parse(text).Controller.Values.Should().BeEquivalentTo(FleetOf(All).Controller.Values);
    }

    private static Dictionary<string, string> ValuesOf(string yaml) =>
        FleetOf(yaml).Controller.Values.ToDictionary(value => value.Key, value => value.Value.Json);

    private static Mooring.Fleet.FleetSpec FleetOf(string yaml) => FleetFile.Parse(TextOf(yaml));

    private static string FaultsOf(string yaml) => string.Join('\n', FluentActions.Invoking(() => FleetOf(yaml)).Should().Throw<FleetException>().Which.Faults);

    private static string TextOf(string yaml) =>
        SmallFleet.TextWith("vpc:", $"controller:\n  values:\n    {yaml.Replace("\n", "\n    ", StringComparison.Ordinal)}\nvpc:");
}
