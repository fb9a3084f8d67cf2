using FluentAssertions;
using Mooring.StandIns.Aws;
using Mooring.StandIns.HcpTerraform;
using Mooring.StandIns.Kubernetes;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Schemas;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>The table of what a provider plans where a configuration is silent, against the schemas.</summary>
public class OptionalComputedTests
{
    private static readonly StandIn[] s_standIns = [new AwsStandIn(), new KubernetesStandIn(), new HelmStandIn(), new TfeStandIn()];
    private static readonly Dictionary<string, Block> s_resources = s_standIns
        .SelectMany(standIn => standIn.Schema.ResourceSchemas)
        .ToDictionary(resource => resource.Key, resource => resource.Value.Block);

    [Fact]
    public void Every_resource_is_in_it_with_its_source()
    {
        OptionalComputed.Types.Should().BeEquivalentTo(s_resources.Keys);
        OptionalComputed.Types.Select(type => OptionalComputed.Of(type).Source).Should().OnlyContain(source => source.EndsWith(".go"));
    }

    [Fact]
    public void Every_optional_and_computed_attribute_of_the_schemas_is_in_it()
    {
        foreach (var (type, block) in s_resources)
        {
            OptionalComputed
                .Of(type)
                .Attributes.Should()
                .BeEquivalentTo(SchemaPaths.Attributes(block, each => each is { Optional: true, Computed: true }), type);
        }
    }

    [Fact]
    public void Every_block_in_it_exists()
    {
        foreach (var (type, block) in s_resources)
        {
            var known = OptionalComputed.Of(type);
            known.Blocks.Concat(known.Suppressed).Should().BeSubsetOf(SchemaPaths.Blocks(block), type).And.OnlyHaveUniqueItems(type);
        }
    }

    /// <summary>The SDK does not allow a default of a computed attribute; the plugin framework requires that it is computed.</summary>
    [Fact]
    public void Every_default_in_it_is_of_an_attribute_that_can_have_one()
    {
        foreach (var (type, block) in s_resources)
        {
            var known = OptionalComputed.Of(type);
            known.Defaults.Keys.Should().BeSubsetOf(SchemaPaths.Attributes(block, each => each.Optional && each.Computed == known.Framework), type);
        }
    }
}
