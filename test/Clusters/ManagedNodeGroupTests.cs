using FluentAssertions;
using Mooring.Clusters;
using Mooring.Tests.Synthesis;
using Xunit;

namespace Mooring.Tests.Clusters;

public class ManagedNodeGroupTests : ConstructTest
{
    private static ManagedNodeGroupProps Minimal => new()
    {
        ClusterName = "blue",
        NodeGroupName = "default",
        RoleName = "blue-default-eks-node",
        SubnetIds = ["subnet-0cc33333333333333", "subnet-0dd44444444444444"],
        InstanceTypes = ["m7i.large"],
        MinSize = 2,
        MaxSize = 4,
    };

    [Fact]
    public void A_node_group_needs_a_cluster_instance_types_and_sizes()
    {
        _ = new ManagedNodeGroup(Stack, "NodeGroup", Minimal);

        VerifySnapshot("Clusters/ManagedNodeGroup.Minimal");
    }

    [Fact]
    public void It_starts_with_the_fewest_nodes_and_then_leaves_their_number_to_the_autoscaler()
    {
        _ = new ManagedNodeGroup(Stack, "NodeGroup", Minimal);

        var nodeGroup = Synthesize().Resource("aws_eks_node_group");
        nodeGroup["scaling_config"]!.ToJsonString().Should().Be("""{"desired_size":2,"max_size":4,"min_size":2}""");
        nodeGroup["lifecycle"]!["ignore_changes"]!.ToJsonString().Should().Be("""["scaling_config[0].desired_size"]""");
    }

    [Fact]
    public void No_auto_scaling_group_is_attached_to_a_target_group()
    {
        _ = new ManagedNodeGroup(Stack, "NodeGroup", Minimal);

        Synthesize().Text.Should().NotContain("autoscaling");
    }

    [Theory]
    [InlineData(-1, 4, "'MinSize' must be at least 0, got -1")]
    [InlineData(0, 0, "'MaxSize' must be at least 1, got 0")]
    [InlineData(3, 2, "'MaxSize' must be at least 3, got 2")]
    public void Fails_when_a_size_cannot_be(int min, int max, string fault)
    {
        var define = () => new ManagedNodeGroup(Stack, "NodeGroup", Minimal with { MinSize = min, MaxSize = max });

        define.Should().Throw<ArgumentException>().WithMessage(fault);
    }

    [Fact]
    public void Fails_when_there_is_no_instance_type()
    {
        var define = () => new ManagedNodeGroup(Stack, "NodeGroup", Minimal with { InstanceTypes = [] });

        define.Should().Throw<ArgumentException>().WithMessage("'InstanceTypes' must have at least 1 entry, got 0");
    }
}
