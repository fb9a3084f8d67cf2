using FluentAssertions;
using Mooring.Clusters;
using Mooring.Tests.Synthesis;
using Xunit;

namespace Mooring.Tests.Clusters;

public class ClusterTests : ConstructTest
{
    private static ClusterProps Minimal => new()
    {
        ClusterName = "blue",
        RoleName = "blue-eks-cluster",
        SubnetIds = ["subnet-0cc33333333333333", "subnet-0dd44444444444444"],
    };

    [Fact]
    public void A_cluster_needs_a_name_a_role_and_two_subnets()
    {
        _ = new Cluster(Stack, "Cluster", Minimal);

        VerifySnapshot("Clusters/Cluster.Minimal");
    }

    [Fact]
    public void Access_is_granted_through_access_entries()
    {
        _ = new Cluster(Stack, "Cluster", Minimal);

        Synthesize().Resource("aws_eks_cluster")["access_config"]!["authentication_mode"]!.GetValue<string>().Should().Be("API");
    }

    [Fact]
    public void It_is_not_created_before_its_role_may_do_anything()
    {
        _ = new Cluster(Stack, "Cluster", Minimal);

        Synthesize().Resource("aws_eks_cluster")["depends_on"]!.AsArray().Select(dependency => dependency!.GetValue<string>())
            .Should().ContainSingle(dependency => dependency.StartsWith("aws_iam_role_policy_attachment."));
    }

    [Fact]
    public void The_version_of_kubernetes_is_the_users_choice()
    {
        _ = new Cluster(Stack, "Cluster", Minimal with { Version = "1.33" });

        Synthesize().Resource("aws_eks_cluster")["version"]!.GetValue<string>().Should().Be("1.33");
    }

    [Theory]
    [InlineData("-blue")]
    [InlineData("blue green")]
    [InlineData("")]
    public void Fails_when_eks_would_refuse_the_name(string name)
    {
        var define = () => new Cluster(Stack, "Cluster", Minimal with { ClusterName = name });

        define.Should().Throw<ArgumentException>().WithMessage($"'ClusterName' must be 1 to 100 letters, digits, hyphens and underscores, a letter or digit first, got '{name}'");
    }

    [Fact]
    public void Fails_when_all_its_subnets_could_be_in_one_zone()
    {
        var define = () => new Cluster(Stack, "Cluster", Minimal with { SubnetIds = ["subnet-0cc33333333333333"] });

        define.Should().Throw<ArgumentException>().WithMessage("'SubnetIds' must have at least 2 entries, got 1");
    }
}
