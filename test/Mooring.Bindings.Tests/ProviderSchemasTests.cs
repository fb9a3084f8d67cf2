using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.TestKit;
using Mooring.TestKit.Snapshots;
using Xunit;

namespace Mooring.Bindings.Tests;

/// <summary>The providers' schemas in the feed, which are restored from CDKTF's TypeScript.</summary>
public class ProviderSchemasTests
{
    private static readonly Dictionary<string, JsonNode> s_providers = Directory
        .GetFiles(Path.Combine(Feed.Folder, "schemas"))
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => JsonNode.Parse(File.ReadAllText(file))!["provider_schemas"]!);

    private static readonly string[] s_fleetsOfAllProviders = ["fleet", "everything-else"];

    [Fact]
    public void There_is_a_file_for_each_provider_with_its_address() =>
        s_providers
            .Select(provider => (provider.Key, provider.Value.AsObject().Single().Key))
            .Should()
            .BeEquivalentTo([
                ("aws", "registry.terraform.io/hashicorp/aws"),
                ("helm", "registry.terraform.io/hashicorp/helm"),
                ("kubernetes", "registry.terraform.io/hashicorp/kubernetes"),
                ("tfe", "registry.terraform.io/hashicorp/tfe"),
            ]);

    [Fact]
    public void They_contain_exactly_the_listed_resources_and_data_sources() =>
        s_providers
            .Keys.Select(Provider)
            .SelectMany(provider => Names(provider, "resource_schemas").Concat(Names(provider, "data_source_schemas").Select(name => $"data.{name}")))
            .Should()
            .BeEquivalentTo(Feed.Addresses);

    [Fact]
    public void They_have_the_versions_that_stacks_require()
    {
        var required = s_fleetsOfAllProviders
            .SelectMany(fleet => Directory.GetFiles(Repository.PathOf(Snapshot.Folder, fleet), "*.json"))
            .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!["terraform"]?["required_providers"]?.AsObject() ?? [])
            .Select(provider => (provider.Key, $"{provider.Value!["version"]}"));

        s_providers.Keys.Select(name => (name, $"{Provider(name)["provider_version"]}")).Should().BeEquivalentTo(required.Distinct());
    }

    [Theory]
    [InlineData("aws_lb", "attributes.name", """{ "type": "string", "optional": true, "computed": true }""")]
    [InlineData("aws_lb", "attributes.security_groups", """{ "type": ["set", "string"], "optional": true, "computed": true }""")]
    [InlineData("aws_lb", "attributes.arn", """{ "type": "string", "computed": true }""")]
    [InlineData("aws_lb_listener", "attributes.load_balancer_arn", """{ "type": "string", "required": true }""")]
    [InlineData(
        "aws_eks_cluster",
        "attributes.identity",
        """{ "type": ["list", ["object", { "oidc": ["list", ["object", { "issuer": "string" }]] }]], "computed": true }"""
    )]
    [InlineData("data.aws_lb", "attributes.arn", """{ "type": "string", "optional": true, "computed": true }""")]
    [InlineData("helm_release", "attributes.values", """{ "type": ["list", "string"], "optional": true }""")]
    [InlineData("kubernetes_secret", "attributes.data", """{ "type": ["map", "string"], "optional": true, "computed": true }""")]
    public void An_attribute_has_its_type_and_who_sets_it(string address, string path, string attribute) =>
        At(Block(address), path).ToJsonString().Should().Be(JsonNode.Parse(attribute)!.ToJsonString());

    [Theory]
    [InlineData("aws_lb_target_group", "health_check", "list", null, 1)]
    [InlineData("aws_lb_listener", "default_action", "list", 1, null)]
    [InlineData("aws_lb_listener_rule", "condition", "set", 1, null)]
    [InlineData("aws_eks_cluster", "vpc_config", "list", 1, 1)]
    [InlineData("aws_lb", "timeouts", "single", null, null)]
    [InlineData("aws_lb", "subnet_mapping", "set", null, null)]
    [InlineData("kubernetes_secret", "metadata", "list", 1, 1)]
    public void A_block_nests_as_often_as_it_may(string address, string name, string nesting, int? atLeast, int? atMost)
    {
        var block = At(Block(address), $"block_types.{name}");

        ($"{block["nesting_mode"]}", (int?)block["min_items"], (int?)block["max_items"]).Should().Be((nesting, atLeast, atMost));
    }

    [Theory]
    [InlineData("attributes.set.nested_type", "list")]
    [InlineData("attributes.postrender.nested_type", "single")]
    [InlineData("attributes.timeouts.nested_type", "single")]
    public void What_a_chart_is_installed_with_is_nested_attributes(string path, string nesting) =>
        $"{At(Block("helm_release"), path)["nesting_mode"]}".Should().Be(nesting);

    [Fact]
    public void A_member_of_a_nested_attribute_has_its_own_flags() =>
        At(Block("helm_release"), "attributes.set.nested_type.attributes.name").ToJsonString().Should().Be("""{"type":"string","required":true}""");

    [Fact]
    public void An_attribute_with_members_has_an_object_type() => $"{At(Block("aws_security_group"), "attributes.ingress.type")[0]}".Should().Be("set");

    [Theory]
    [InlineData("aws", "block_types.default_tags.block.attributes.tags")]
    [InlineData("helm", "attributes.kubernetes.nested_type.attributes.host")]
    [InlineData("kubernetes", "block_types.exec.block.attributes.api_version")]
    public void The_configuration_of_a_provider_is_described(string provider, string path) =>
        At(Provider(provider)["provider"]!["block"]!, path)["type"].Should().NotBeNull();

    [Fact]
    public void The_alias_of_a_provider_is_a_meta_argument_of_terraform() =>
        s_providers
            .Keys.Select(name => Names(Provider(name)["provider"]!["block"]!, "attributes"))
            .Should()
            .AllSatisfy(names => names.Should().NotContain("alias"));

    private static JsonNode Provider(string name) => s_providers[name].AsObject().Single().Value!;

    private static JsonNode Block(string address)
    {
        var type = address.Split('.')[^1];
        var kind = type == address ? "resource_schemas" : "data_source_schemas";
        return Provider(type.Split('_')[0])[kind]![type]!["block"]!;
    }

    private static JsonNode At(JsonNode node, string path) =>
        path.Split('.').Aggregate(node, (inner, name) => inner[name] ?? throw new KeyNotFoundException($"{path}: no '{name}'"));

    private static IEnumerable<string> Names(JsonNode node, string kind) => node[kind]!.AsObject().Select(member => member.Key);
}
