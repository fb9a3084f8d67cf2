using System.Globalization;
using FluentAssertions;
using Mooring.TestKit.Fleets;
using Mooring.TestKit.Fleets.Generated;
using Xunit;

namespace Mooring.Tests.Fleet.Reading;

/// <summary>What YAML can do and a fleet file must not, or need not: each is an error at its place.</summary>
public class YamlTextTests
{
    [Theory]
    [InlineData("? &a [*a]\n: b", "fleet.yaml(1,3): must have names for keys, got a list")]
    [InlineData("name: &a { b: *a }", "fleet.yaml(1,7): name must be a string, got a mapping")]
    [InlineData("name: *a", "fleet.yaml(1,7): name must be an alias of an anchor above it, but there is no '&a', got '*a'")]
    [InlineData("name: shop\nvpc: *a", "fleet.yaml(2,6): vpc must be an alias of an anchor above it, but there is no '&a', got '*a'")]
    [InlineData("clusters: { a: { bindings: &b [*b] } }", "fleet.yaml(1,32): clusters.a.bindings[0] must not be an alias of what it is a part of, got '*b'")]
    [InlineData("name: &l [x]\nclusters: { a: { existing: *l } }", "fleet.yaml(1,7): clusters.a.existing must be true or false, got a list")]
    [InlineData("name: &n shop\nclusters: { a: { existing: *n } }", "fleet.yaml(1,7): clusters.a.existing must be true or false, got shop")]
    [InlineData("name: !include name.txt", "fleet.yaml(1,7): name must not have a tag, which other programs may know, got '!include'")]
    [InlineData("name: !!binary c2hvcA==", "fleet.yaml(1,7): name must not have a tag, which other programs may know, got '!!binary'")]
    [InlineData("name: !<> shop", "fleet.yaml(1,5): is not valid YAML after this place")]
    [InlineData("clusters: !!seq { a: {} }", "fleet.yaml(1,11): clusters must not have a tag, which other programs may know, got '!!seq'")]
    [InlineData("clusters: { a: { existing: !!str true } }", "fleet.yaml(1,28): clusters.a.existing must be true or false, got the string 'true'")]
    [InlineData("!key name: shop", "fleet.yaml(1,1): has a key that must not have a tag, which other programs may know, got '!key'")]
    [InlineData("name: sh\u0001op", "fleet.yaml(1,9): is not valid YAML: it must not have the character U+0001")]
    [InlineData("name: a\nvpc: b\uFEFFc", "fleet.yaml(2,7): is not valid YAML: it must not have the character U+FEFF")]
    [InlineData("name: a\n---\nname: b", "fleet.yaml(2,1): must hold one YAML document, but here a second one begins")]
    [InlineData("clusters: {}\n\"\": x", "fleet.yaml(2,1): must have names for keys, got the string ''")]
    [InlineData("clusters: {}\n: x", "fleet.yaml(2,3): must have names for keys, got nothing")]
    [InlineData("tags: { \"\": x }", "fleet.yaml(1,9): tags must have names for keys, got the string ''")]
    [InlineData("backend: \"\"", "fleet.yaml(1,10): backend must be a mapping, got the string ''")]
    [InlineData("backend: { local: \"\" }", "fleet.yaml(1,19): backend.local must be a mapping, got the string ''")]
    [InlineData("argoCd: ~", "fleet.yaml(1,9): argoCd must be a mapping, got ~")]
    [InlineData("name: Null", "fleet.yaml(1,7): name must be a string, got Null")]
    [InlineData("clusters: ~", "fleet.yaml(1,11): clusters must be a mapping of names, got ~")]
    [InlineData("clusters: { a: { subnets: ~ } }", "fleet.yaml(1,27): clusters.a.subnets must be a list, got ~")]
    public void What_the_text_says_is_an_error_at_its_place(string text, string fault) =>
        FaultsOf(text).Should().Contain(fault).And.AllSatisfy(each => each.Should().MatchRegex(@"^fleet\.yaml\(\d+,\d+\): "));

    /// <summary>YAML ends a line with CR LF, LF or CR.</summary>
    [Theory]
    [InlineData("name: a\r\nvpc: \u0001", "fleet.yaml(2,6)")]
    [InlineData("name: a\nvpc: \u0001", "fleet.yaml(2,6)")]
    [InlineData("name: a\rvpc: \u0001", "fleet.yaml(2,6)")]
    [InlineData("name: a\r\rvpc: \u0001", "fleet.yaml(3,6)")]
    [InlineData("name: \U0001F6A2\u0001", "fleet.yaml(1,9)")]
    public void The_place_of_a_character_is_that_of_an_editor(string text, string place) =>
        FaultsOf(text).Should().Equal($"{place}: is not valid YAML: it must not have the character U+0001");

    [Theory]
    [InlineData("# \U0001F6A2")]
    [InlineData("# \t")]
    [InlineData("# \u0085")]
    [InlineData("# \u00A0")]
    [InlineData("# \uD7FF")]
    [InlineData("# \uE000")]
    [InlineData("# \uFFFD")]
    [InlineData("# a line\r\n# another one\r")]
    public void Other_characters_are_accepted(string comment) => FaultsOf($"{SmallFleet.Text}\n{comment}").Should().BeEmpty();

    [Theory]
    [InlineData(0x1F)]
    [InlineData(0x7F)]
    [InlineData(0x9F)]
    [InlineData(0xD800)]
    [InlineData(0xDFFF)]
    [InlineData(0xFEFF)]
    [InlineData(0xFFFE)]
    [InlineData(0xFFFF)]
    public void A_character_that_yaml_does_not_have_is_an_error(int character) =>
        FaultsOf($"name: {(char)character}")
            .Should()
            .Equal(string.Create(CultureInfo.InvariantCulture, $"fleet.yaml(1,7): is not valid YAML: it must not have the character U+{character:X4}"));

    [Fact]
    public void A_mark_of_the_byte_order_may_begin_the_file() => FaultsOf($"\uFEFF{SmallFleet.Text}").Should().BeEmpty();

    [Fact]
    public void Half_a_character_is_an_error() =>
        FaultsOf("name: a\nvpc: \ud83d").Should().Equal("fleet.yaml(2,6): is not valid YAML: it must not have the character U+D83D");

    [Fact]
    public void A_string_may_have_the_tag_of_strings() => SmallFleet.With("name: shop", "name: !!str 123").Name.Should().Be("123");

    [Theory]
    [InlineData("!!int 1", "")]
    [InlineData("! 1", "fleet.yaml(27,55): clusters.blue.nodeGroups.default.minSize must be a whole number, got the string '1'")]
    public void A_number_may_have_the_tag_of_whole_numbers(string size, string fault) =>
        SmallFleet.FaultsWith("minSize: 1", $"minSize: {size}").Should().Be(fault);

    [Fact]
    public void An_alias_of_nothing_is_one_error() =>
        SmallFleet
            .FaultsWith("vpc: vpc-0a1b2c3d4e5f60718", "vpc: *vpc")
            .Should()
            .Be("fleet.yaml(4,6): vpc must be an alias of an anchor above it, but there is no '&vpc', got '*vpc'");

    [Fact]
    public void A_value_may_be_repeated_by_an_alias_of_any_type() =>
        SmallFleet
            .With("    delivery: helm", "    endpointAccess:\n      private: &yes true\n      public: *yes")
            .Clusters["blue"]
            .EndpointAccess.Public.Should()
            .BeTrue();

    [Fact]
    public void A_billion_values_out_of_nine_lines_are_an_error_before_they_are_read()
    {
        var lines = Enumerable.Range(1, 9).Select(level => Line(level, string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))));

        FaultsOf($"a0: &a0 [lol]\n{string.Join('\n', lines)}").Should().ContainSingle().Which.Should().Contain("aliases repeat too much");
    }

    [Fact]
    public void Keys_out_of_aliases_of_aliases_are_an_error_before_they_are_compared()
    {
        var lines = Enumerable.Range(1, 39).Select(level => $"? &k{level} [*k{level - 1}, *k{level - 1}]\n: 1");

        FaultsOf($"? &k0 [x]\n: 1\n{string.Join('\n', lines)}").Should().ContainSingle().Which.Should().Contain("aliases repeat too much");
    }

    [Fact]
    public void A_long_text_that_is_repeated_counts_for_what_it_holds() =>
        FaultsOf($"name: &long {new string('x', 500_000)}\ntags: {{ {string.Join(", ", Enumerable.Range(0, 10_000).Select(key => $"k{key}: *long"))} }}")
            .Should()
            .ContainSingle()
            .Which.Should()
            .Contain("aliases repeat too much");

    /// <summary>196 aliases of a list of 524 texts repeat 102,900 values, which is 100,000 and four times the 725 that are written.</summary>
    [Theory]
    [InlineData("[{0}]", 524, 196)]
    [InlineData("{{ {0} }}", 262, 196)]
    public void Aliases_repeat_a_hundred_thousand_values_and_some_more_in_a_long_file(string repeated, int entries, int aliases)
    {
        var values = Enumerable.Range(0, entries).Select(entry => repeated.StartsWith('[') ? "x" : string.Create(CultureInfo.InvariantCulture, $"k{entry}: x"));
        var anchor = string.Format(CultureInfo.InvariantCulture, repeated, string.Join(", ", values));

        FaultsOf(Repeating(aliases)).Should().NotContain(fault => fault.Contains("aliases repeat too much"));
        FaultsOf(Repeating(aliases + 1)).Should().ContainSingle().Which.Should().Contain("aliases repeat too much");

        string Repeating(int count) => $"a: &a {anchor}\nb: [{string.Join(", ", Enumerable.Repeat("*a", count))}]";
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{ a: ", "}")]
    [InlineData("- ", "")]
    [InlineData("? ", "")]
    public void Values_inside_values_without_end_are_an_error(string open, string close)
    {
        foreach (var levels in (int[])[65, 1000, 100_000])
        {
            var text = string.Concat(Enumerable.Repeat(open, levels)) + string.Concat(Enumerable.Repeat(close, levels));

            FaultsOf(text).Should().ContainSingle().Which.Should().Contain("nests more than 64 values");
        }
    }

    [Fact]
    public void A_huge_key_is_cut_in_every_message()
    {
        var key = new string('k', 400_000);
        var faults = FaultsOf($"clusters:\n  ? {key}\n  : {{ {string.Join(", ", Enumerable.Range(0, 1000).Select(number => $"x{number}: 1"))} }}");

        faults.Should().HaveCountGreaterThan(1000);
        faults.Should().AllSatisfy(fault => fault.Length.Should().BeLessThan(5000));
    }

    private static string Line(int level, string aliases) => string.Create(CultureInfo.InvariantCulture, $"a{level}: &a{level} [{aliases}]");

    private static string[] FaultsOf(string text) => [.. FleetDocument.FaultsOf(text).Select(fault => $"{fault}")];
}
