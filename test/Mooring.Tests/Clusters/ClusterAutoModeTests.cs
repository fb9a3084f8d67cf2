using FluentAssertions;
using Mooring.Clusters;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.Clusters;

public class ClusterAutoModeTests : ConstructTest
{
    private static AutoModeProps AutoMode => new() { NodeRoleName = "blue-eks-auto-node" };

    private static ClusterProps Minimal =>
        new()
        {
            ClusterName = "blue",
            RoleName = "blue-eks-cluster",
            SubnetIds = ["subnet-0cc33333333333333", "subnet-0dd44444444444444"],
            AutoMode = AutoMode,
        };

    [Fact]
    public void A_cluster_with_auto_mode_has_two_roles_and_three_capabilities()
    {
        _ = new Cluster(Stack, "Cluster", Minimal);

        VerifySnapshot("Clusters/Cluster.AutoMode");
    }

    [Fact]
    public void Node_pools_of_eks_can_be_left_out_and_with_them_the_role_that_eks_takes_only_for_them()
    {
        _ = new Cluster(Stack, "Cluster", Minimal with { AutoMode = AutoMode with { NodePools = [] } });

        var cluster = Synthesize().Resource("aws_eks_cluster");
        cluster["compute_config"]!.ToJsonString().Should().Be("""{"enabled":true}""");
    }

    [Fact]
    public void Switched_off_it_says_so_three_times_and_keeps_its_roles()
    {
        _ = new Cluster(Stack, "Cluster", Minimal with { AutoMode = AutoMode with { Enabled = false } });

        var stack = Synthesize();
        var cluster = stack.Resource("aws_eks_cluster");
        cluster["compute_config"]!.ToJsonString().Should().Be("""{"enabled":false}""");
        cluster["kubernetes_network_config"]!.ToJsonString().Should().Be("""{"elastic_load_balancing":{"enabled":false}}""");
        cluster["storage_config"]!.ToJsonString().Should().Be("""{"block_storage":{"enabled":false}}""");
        cluster["depends_on"]!.AsArray().Should().HaveCount(7, "five policies of the control plane, and two of nodes");
    }

    /// <summary>A cluster that was created without Auto Mode has another value in the state, for which Terraform would replace it.</summary>
    [Theory]
    [InlineData(true, "false")]
    [InlineData(false, null)]
    public void Kubernetes_own_add_ons_are_a_matter_of_its_creation(bool enabled, string? bootstraps)
    {
        _ = new Cluster(Stack, "Cluster", Minimal with { AutoMode = AutoMode with { Enabled = enabled } });

        var cluster = Synthesize().Resource("aws_eks_cluster");
        (cluster["bootstrap_self_managed_addons"]?.ToJsonString()).Should().Be(bootstraps);
        cluster["lifecycle"]!["ignore_changes"]!.ToJsonString().Should().Be("""["bootstrap_self_managed_addons"]""");
    }

    [Fact]
    public void Eks_may_tag_the_sessions_of_the_control_planes_role_and_not_those_of_nodes()
    {
        _ = new Cluster(Stack, "Cluster", Minimal);

        Synthesize()
            .DataSources("aws_iam_policy_document")
            .Values.Select(document => document["statement"]![0]!)
            .ToDictionary(statement => $"{statement["principals"]![0]!["identifiers"]![0]}"[..3], statement => statement["actions"]!.ToJsonString())
            .Should()
            .BeEquivalentTo(new Dictionary<string, string> { ["eks"] = """["sts:AssumeRole","sts:TagSession"]""", ["ec2"] = """["sts:AssumeRole"]""" });
    }

    [Fact]
    public void Fails_when_eks_would_refuse_auto_mode()
    {
        Fault(Minimal with { AuthenticationMode = AuthenticationMode.ConfigMap })
            .Should()
            .Be("'AuthenticationMode' must be 'API' or 'API_AND_CONFIG_MAP' with EKS Auto Mode, whose nodes have access entries, got 'CONFIG_MAP'");
        Fault(Minimal with { Version = "1.28" }).Should().Be("'Version' must be 1.29 or later with EKS Auto Mode, got '1.28'");
        Fault(Minimal with { AutoMode = AutoMode with { NodePools = [AutoModeNodePool.System, AutoModeNodePool.System] } })
            .Should()
            .Be("'NodePools' must not have an entry twice");
    }

    [Fact]
    public void What_auto_mode_needs_does_not_matter_while_it_is_off()
    {
        var props = Minimal with { AuthenticationMode = AuthenticationMode.ConfigMap, AutoMode = AutoMode with { Enabled = false } };

        FluentActions.Invoking(() => new Cluster(Stack, "Cluster", props)).Should().NotThrow();
    }

    private string Fault(ClusterProps props) => FaultOf(scope => _ = new Cluster(scope, "Cluster", props));
}
