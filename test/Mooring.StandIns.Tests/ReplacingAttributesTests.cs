using FluentAssertions;
using Mooring.StandIns.Aws;
using Mooring.StandIns.HcpTerraform;
using Mooring.StandIns.Kubernetes;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Schemas;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>The table of the stand-ins that no schema contains.</summary>
public class ReplacingAttributesTests
{
    private static readonly StandIn[] s_standIns = [new AwsStandIn(), new KubernetesStandIn(), new HelmStandIn(), new TfeStandIn()];
    private static readonly Dictionary<string, Block> s_resources = s_standIns
        .SelectMany(standIn => standIn.Schema.ResourceSchemas)
        .ToDictionary(resource => resource.Key, resource => resource.Value.Block);

    [Fact]
    public void Every_resource_has_its_line() => ReplacingAttributes.Types.Should().BeEquivalentTo(s_resources.Keys);

    [Fact]
    public void Every_attribute_in_it_can_be_configured()
    {
        foreach (var (type, block) in s_resources)
        {
            ReplacingAttributes.Of(type).Where(path => !IsConfigurable(block, path.Split('.'))).Should().BeEmpty(type);
        }
    }

    [Fact]
    public void Everything_in_a_schema_is_known_to_its_stand_in()
    {
        foreach (var standIn in s_standIns)
        {
            standIn.Resources.Select(resource => resource.Name).Should().BeEquivalentTo(standIn.Schema.ResourceSchemas.Keys);
            standIn.Schema.DataSourceSchemas.Keys.Select(standIn.DataSource).Should().NotContainNulls();
            standIn.Schema.EphemeralResourceSchemas.Keys.Select(standIn.EphemeralResource).Should().NotContainNulls();
        }
    }

    private static bool IsConfigurable(Block block, ReadOnlySpan<string> path) =>
        block.BlockTypes.TryGetValue(path[0], out var nested)
            ? path.Length == 1 || IsConfigurable(nested.Block, path[1..])
            : path.Length == 1 && block.Attributes.TryGetValue(path[0], out var attribute) && (attribute.Required || attribute.Optional);
}
