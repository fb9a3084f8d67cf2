using FluentAssertions;
using Mooring.StandIns.Values;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>What EKS allows between the versions of a control plane and its managed nodes.</summary>
public class EksVersionsTests
{
    private readonly PretendedAws _aws = new();

    [Theory]
    [InlineData("1.38")]
    [InlineData("1.35")]
    public void A_control_plane_goes_up_by_one_minor_version_at_a_time(string version)
    {
        var cluster = _aws.CreateCluster("blue");

        Upgrade(cluster, version).Should().Be($"InvalidParameterException: Unsupported Kubernetes minor version update from 1.36 to {version}");
        Upgrade(cluster, "1.37").Should().BeNull();
    }

    [Fact]
    public void A_control_plane_cannot_leave_its_managed_nodes_too_far_behind()
    {
        var cluster = _aws.CreateCluster("blue");
        _aws.CreateCluster("green");
        var group = _aws.CreateNodeGroup("blue", "default");
        _aws.CreateNodeGroup("green", "old");
        group["version"].Text.Should().Be("1.36", "a node group is created with the version of its cluster");
        foreach (var version in new[] { "1.37", "1.38", "1.39" })
        {
            cluster = _aws.Update("aws_eks_cluster", cluster, "version", version);
        }

        Upgrade(cluster, "1.40")
            .Should()
            .Be("InvalidRequestException: Nodegroups default must be updated to match cluster version 1.39 before updating cluster version");

        _aws.Update("aws_eks_node_group", group, "version", "1.39");
        Upgrade(cluster, "1.40").Should().BeNull();
    }

    [Fact]
    public void A_node_group_has_no_other_version_than_its_cluster()
    {
        _aws.CreateCluster("blue");
        var group = _aws.CreateNodeGroup("blue", "default");

        Refusal.Of(() => _aws.CreateNodeGroup("blue", "old", "1.35")).Should().Contain("must be that of its cluster, 1.36, got 1.35");
        Refusal.Of(() => _aws.Update("aws_eks_node_group", group, "version", "1.37")).Should().Contain("must be that of its cluster, 1.36, got 1.37");
    }

    private string? Upgrade(ObjectValue cluster, string version) => Refusal.Of(() => _aws.Update("aws_eks_cluster", cluster, "version", version));
}
