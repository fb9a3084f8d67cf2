using FluentAssertions;
using Mooring.Errors;
using Mooring.Karpenter;
using Mooring.TestKit.Constructs;
using Mooring.Tests.Clusters;
using Xunit;

namespace Mooring.Tests.Karpenter;

public class KarpenterNodesTests : ConstructTest
{
    private static KarpenterNodesProps Minimal =>
        new()
        {
            Cluster = new KnownCluster(),
            EksClusterName = "blue",
            RoleName = "blue-eks-karpenter-node",
            SubnetIds = ["subnet-0cc33333333333333"],
        };

    [Fact]
    public void Nodes_have_a_role_and_access_and_are_launched_where_the_cluster_is()
    {
        _ = new KarpenterNodes(Stack, "Nodes", Minimal);

        VerifySnapshot("Karpenter/KarpenterNodes.Minimal");
    }

    [Fact]
    public void The_security_groups_of_nodes_get_the_tag_instead_of_the_clusters()
    {
        _ = new KarpenterNodes(Stack, "Nodes", Minimal with { SecurityGroupIds = ["sg-0a1b2c3d"], DiscoveryTag = "find/blue" });

        var tags = Synthesize().Resources("aws_ec2_tag").Values.Select(tag => $"{tag!["resource_id"]} {tag["key"]}={tag["value"]}");

        tags.Should().BeEquivalentTo("subnet-0cc33333333333333 find/blue=blue", "sg-0a1b2c3d find/blue=blue");
    }

    [Fact]
    public void Fails_without_subnets()
    {
        var define = () => _ = new KarpenterNodes(Stack, "Nodes", Minimal with { SubnetIds = [] });

        define.Should().Throw<ConstructException>().WithMessage("stack/Nodes: 'SubnetIds' must have at least 1 entry, got 0");
    }
}
