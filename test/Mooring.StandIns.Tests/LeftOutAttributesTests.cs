using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.StandIns.Schemas;
using Mooring.TestKit;
using Mooring.TestKit.Snapshots;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>
/// What is optional and computed keeps its last value when it is left out. So every attribute and block of that kind is written in every resource, or
/// left-out-attributes.json gives the reason why it need not be.
/// </summary>
public class LeftOutAttributesTests
{
    private static readonly string[] s_fleets = ["fleet", "everything", "everything-else"];

    private static readonly Dictionary<string, string> s_reasons = JsonSerializer.Deserialize<Dictionary<string, string>>(
        File.ReadAllText(Repository.PathOf("test", "Mooring.StandIns.Tests", "left-out-attributes.json"))
    )!;

    [Fact]
    public void What_would_keep_its_last_value_is_written_or_has_a_reason() =>
        string.Join('\n', LeftOut().Select(each => each.Path).Distinct().Where(path => ReasonOf(path) is null).Order(StringComparer.Ordinal))
            .Should()
            .BeEmpty();

    [Fact]
    public void Every_reason_is_of_something_that_is_left_out() =>
        s_reasons.Keys.Except(LeftOut().SelectMany(each => new[] { each.Path, OfAnyResource(each.Path) })).Should().BeEmpty();

    private static string? ReasonOf(string path) => s_reasons.GetValueOrDefault(path) ?? s_reasons.GetValueOrDefault(OfAnyResource(path));

    /// <summary><c>*.region</c> of <c>aws_lb.region</c>.</summary>
    private static string OfAnyResource(string path) => $"*{path[path.IndexOf('.', StringComparison.Ordinal)..]}";

    /// <summary>Every attribute and block of the kind that a resource of the sample fleets does not have.</summary>
    private static (string Path, string Snapshot)[] LeftOut() =>
        [
            .. from folder in s_fleets
            from file in Directory.GetFiles(Repository.PathOf(Snapshot.Folder, folder), "*.verified.json")
            from type in JsonNode.Parse(File.ReadAllText(file))!["resource"]?.AsObject() ?? []
            where type.Key.StartsWith("aws_", StringComparison.Ordinal)
            from resource in type.Value!.AsObject()
            from path in LeftOut(type.Key, resource.Value!.AsObject())
            select (path, Path.GetFileName(file)),
        ];

    private static IEnumerable<string> LeftOut(string type, JsonObject resource) =>
        Attributes(EmbeddedSchemas.Read("aws").ResourceSchemas[type].Block, resource, type)
            .Concat(KeptBlocks.Of(type).Where(path => IsMissing(resource, path.Split('.'))).Select(path => $"{type}.{path}"));

    private static IEnumerable<string> Attributes(Block block, JsonObject configuration, string path)
    {
        var attributes = block.Attributes.Where(attribute => attribute.Value is { Optional: true, Computed: true }).Select(attribute => attribute.Key);
        var missing = attributes.Where(name => configuration[name] is null).Select(name => $"{path}.{name}");
        var nested =
            from type in block.BlockTypes
            from element in Objects(configuration[type.Key])
            from inner in Attributes(type.Value.Block, element, $"{path}.{type.Key}")
            select inner;
        return missing.Concat(nested);
    }

    /// <summary>Whether a block is missing in a block that is there.</summary>
    private static bool IsMissing(JsonObject configuration, string[] path) =>
        path is [var name] ? configuration[name] is null : Objects(configuration[path[0]]).Any(element => IsMissing(element, path[1..]));

    private static IEnumerable<JsonObject> Objects(JsonNode? value) =>
        value switch
        {
            JsonObject one => [one],
            JsonArray many => many.OfType<JsonObject>(),
            _ => [],
        };
}
