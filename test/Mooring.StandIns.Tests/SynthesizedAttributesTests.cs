using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.StandIns.Schemas;
using Mooring.TestKit;
using Mooring.TestKit.Snapshots;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>The providers' schemas contain everything that the constructs synthesize.</summary>
public class SynthesizedAttributesTests
{
    private static readonly string[] s_metaArguments = ["//", "count", "depends_on", "for_each", "lifecycle", "provider"];
    private static readonly string[] s_providerMetaArguments = ["alias"];
    private static readonly Dictionary<string, ProviderSchema> s_providers = new[] { "aws", "helm", "kubernetes", "tfe" }.ToDictionary(
        name => name,
        EmbeddedSchemas.Read
    );

    [Fact]
    public void Every_attribute_of_every_snapshot_exists_and_can_be_set()
    {
        var snapshots = Directory.GetFiles(Repository.PathOf(Snapshot.Folder), "*.verified.json", SearchOption.AllDirectories);
        var resources = 0;
        foreach (var snapshot in snapshots)
        {
            var stack = JsonNode.Parse(File.ReadAllText(snapshot))!;
            foreach (var (address, block, configuration) in BlocksOf(stack))
            {
                Unknown(block, configuration, address).Should().BeEmpty(Path.GetFileName(snapshot));
                resources++;
            }
        }

        resources.Should().BeGreaterThan(300);
    }

    [Theory]
    [InlineData("""{ "name": "shop", "nam": "shop" }""", "aws_lb.nam")]
    [InlineData("""{ "arn": "arn:aws:…" }""", "aws_lb.arn")]
    [InlineData("""{ "access_logs": { "buckets": "logs" } }""", "aws_lb.access_logs.buckets")]
    [InlineData("""{ "subnet_mapping": [{ "subnet_id": "a" }, { "subnet": "b" }] }""", "aws_lb.subnet_mapping.subnet")]
    public void An_attribute_that_does_not_exist_would_be_found(string configuration, string path) =>
        Unknown(s_providers["aws"].ResourceSchemas["aws_lb"].Block, JsonNode.Parse(configuration)!.AsObject(), "aws_lb").Should().Equal(path);

    /// <summary>The providers, resources, data sources and ephemeral resources of a stack, each with what it may have.</summary>
    private static IEnumerable<(string Address, Block Block, JsonObject Configuration)> BlocksOf(JsonNode stack)
    {
        foreach (var (name, configurations) in Members(stack["provider"]))
        {
            foreach (var configuration in configurations!.AsArray())
            {
                yield return (name, s_providers[name].Provider.Block, Without(configuration!.AsObject(), s_providerMetaArguments));
            }
        }

        foreach (
            var (section, schemas) in new[]
            {
                ("resource", (Func<ProviderSchema, IReadOnlyDictionary<string, Schema>>)(provider => provider.ResourceSchemas)),
                ("data", provider => provider.DataSourceSchemas),
                ("ephemeral", provider => provider.EphemeralResourceSchemas),
            }
        )
        {
            // Terraform itself has terraform_data.
            foreach (var (type, resources) in Members(stack[section]).Where(member => member.Key != "terraform_data"))
            {
                foreach (var (_, configuration) in resources!.AsObject())
                {
                    yield return (type, schemas(s_providers[type.Split('_')[0]])[type].Block, Without(configuration!.AsObject(), s_metaArguments));
                }
            }
        }
    }

    /// <summary>The paths that a schema does not contain or that cannot be set.</summary>
    private static IEnumerable<string> Unknown(Block block, JsonObject configuration, string path) =>
        configuration.SelectMany(member => Unknown(block, member.Key, member.Value, $"{path}.{member.Key}"));

    private static IEnumerable<string> Unknown(Block block, string name, JsonNode? value, string path)
    {
        if (block.BlockTypes.TryGetValue(name, out var nested))
        {
            return Objects(value).SelectMany(element => Unknown(nested.Block, element, path));
        }

        return block.Attributes.TryGetValue(name, out var attribute) && (attribute.Required || attribute.Optional)
            ? attribute.NestedType is { } type
                ? Objects(value).SelectMany(element => Unknown(new Block { Attributes = type.Attributes }, element, path))
                : Unknown(attribute.Type!.Value, value, path)
            : [path];
    }

    /// <summary>The paths that a type constraint does not contain: <c>["set", ["object", { … }]]</c>.</summary>
    private static IEnumerable<string> Unknown(JsonElement type, JsonNode? value, string path)
    {
        if (type.ValueKind != JsonValueKind.Array || value is not (JsonObject or JsonArray))
        {
            return [];
        }

        return type[0].GetString() == "object"
            ? value
                .AsObject()
                .SelectMany(member =>
                    type[1].TryGetProperty(member.Key, out var inner) ? Unknown(inner, member.Value, $"{path}.{member.Key}") : [$"{path}.{member.Key}"]
                )
            : (value is JsonArray list ? list : value.AsObject().Select(member => member.Value)).SelectMany(element => Unknown(type[1], element, path));
    }

    /// <summary>One block or many; Terraform reads both.</summary>
    private static IEnumerable<JsonObject> Objects(JsonNode? value) =>
        value switch
        {
            JsonObject one => [one],
            JsonArray many => many.Select(each => each!.AsObject()),
            _ => [],
        };

    private static JsonObject Without(JsonObject configuration, string[] names) =>
        new(configuration.Where(member => !names.Contains(member.Key)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

    private static JsonObject Members(JsonNode? section) => section?.AsObject() ?? [];
}
