using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Constructs;
using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.Fleet;
using Mooring.TestKit;
using Xunit;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>docs/capabilities.md is complete and correct.</summary>
public partial class CapabilitiesTests
{
    private static readonly string s_page = File.ReadAllText(Repository.PathOf("docs", "capabilities.md"));

    private static readonly Capability[] s_capabilities =
    [
        .. RowPattern()
            .Matches(s_page)
            .Select(match => new Capability(
                match.Groups["key"].Value,
                match.Groups["construct"].Value,
                [.. CodePattern().Matches(match.Groups["terraform"].Value).Select(code => code.Groups[1].Value)],
                match.Groups["snapshot"].Value
            )),
    ];

    private static readonly HashSet<string> s_keys =
    [
        .. FleetKeys.Records.SelectMany(record => FleetKeys.KeysOf(record.Record).Select(pair => Path(record.Path, pair.Key))),
    ];

    public static TheoryData<string> Keys =>
        new(
            FleetKeys.Records.SelectMany(record =>
                FleetKeys.KeysOf(record.Record).Where(pair => IsLeaf(pair.Property.PropertyType)).Select(pair => Path(record.Path, pair.Key))
            )
        );

    public static TheoryData<string> Rows => new(s_capabilities.Select(capability => capability.Key));

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_key_of_the_fleet_file_is_one_rows(string key) =>
        s_capabilities
            .Where(capability => Covers(capability.Key, key))
            .Should()
            .ContainSingle("docs/capabilities.md must have one row whose fleet key is `{0}` or stands above it", key);

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_names_a_key_a_construct_and_what_its_snapshot_shows(string key)
    {
        var row = s_capabilities.Single(capability => capability.Key == key);

        s_keys.Should().Contain(key, "a row's fleet key must be one of the fleet file");
        if (row.Construct.Length > 0)
        {
            Knows(row.Construct).Should().BeTrue("`{0}` must be a type, or a property of it or of its props", row.Construct);
        }

        var snapshot = File.ReadAllText(Repository.PathOf("main.tf.json.snapshots", row.Snapshot));
        if (row.Terraform is [var path, .. var texts])
        {
            var shown = At(Scope(JsonNode.Parse(snapshot)!, path, out var rest), rest).ToArray();
            shown.Should().NotBeEmpty("{0} must show `{1}`", row.Snapshot, path);
            texts
                .Where(text => !shown.Any(node => $"{node}".Contains(text, StringComparison.Ordinal)))
                .Should()
                .BeEmpty("{0} must show it in `{1}`", row.Snapshot, path);
        }
    }

    [Fact]
    public void Every_construct_is_on_the_page()
    {
        var constructs = typeof(FleetSpec)
            .Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Construct)) && !type.IsSubclassOf(typeof(TerraformStack)));

        constructs.Select(type => type.FullName!["Mooring.".Length..]).Where(name => !Regex.IsMatch(s_page, $"`{Regex.Escape(name)}[.`]")).Should().BeEmpty();
    }

    /// <summary>A key that is not a record, whose keys represent it.</summary>
    private static bool IsLeaf(Type type) =>
        FleetKeys.ElementOf(Nullable.GetUnderlyingType(type) ?? type) is var element
        && !FleetKeys.Records.Any(record => record.Record == element && FleetKeys.KeysOf(element).Any());

    private static string Path(string record, string key) => record.Length == 0 ? key : $"{record}.{key}";

    private static bool Covers(string row, string key) =>
        key == row || key.StartsWith($"{row}.", StringComparison.Ordinal) || key.StartsWith($"{row}[", StringComparison.Ordinal);

    /// <summary>Whether there is such a type, <c>LoadBalancing.TargetGroup</c>, or such a property, <c>LoadBalancing.TargetGroup.Port</c>.</summary>
    private static bool Knows(string name)
    {
        var assembly = typeof(FleetSpec).Assembly;
        var (owner, member) = (name[..name.LastIndexOf('.')], name[(name.LastIndexOf('.') + 1)..]);
        return assembly.GetType($"Mooring.{name}") is { IsPublic: true }
            || new[] { owner, $"{owner}Props" }.Any(type => assembly.GetType($"Mooring.{type}")?.GetProperty(member) is not null);
    }

    /// <summary>Where a path begins: at the top for what is no resource.</summary>
    private static JsonNode? Scope(JsonNode root, string path, out string[] rest)
    {
        rest = path.Split('.');
        if (rest[0] is "terraform" or "import" or "moved" or "ephemeral")
        {
            return root;
        }

        if (rest[0] is "provider")
        {
            rest = rest[1..];
            return root["provider"];
        }

        var isData = rest[0] == "data";
        rest = isData ? rest[1..] : rest;
        var type = rest[0];
        rest = rest[1..];
        return root[isData ? "data" : "resource"]?[type] is JsonObject all ? new JsonArray([.. all.Select(pair => pair.Value!.DeepClone())]) : null;
    }

    /// <summary>What is at a path, in every entry of the lists on the way; a key may have dots in it.</summary>
    private static IEnumerable<JsonNode> At(JsonNode? node, string[] path) =>
        node switch
        {
            null => [],
            JsonArray list => list.SelectMany(entry => At(entry, path)),
            _ when path.Length == 0 => [node],
            JsonObject map => Enumerable.Range(1, path.Length).SelectMany(length => At(map[string.Join('.', path[..length])], path[length..])),
            _ => [],
        };

    [GeneratedRegex(
        @"^\| [^|]+ \| `(?<key>[^`]+)` \| `?(?<construct>[^`|]*?)`? \| (?<terraform>[^|]*) \| "
            + @"\[[^\]]+\]\(\.\./main\.tf\.json\.snapshots/(?<snapshot>[^)]+)\) \|$",
        RegexOptions.Multiline
    )]
    private static partial Regex RowPattern();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodePattern();

    private sealed record Capability(string Key, string Construct, string[] Terraform, string Snapshot);
}
