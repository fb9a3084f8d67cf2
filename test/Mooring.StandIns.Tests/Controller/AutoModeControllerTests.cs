using FluentAssertions;
using Mooring.StandIns.Controller;
using Mooring.StandIns.Values;
using Xunit;
using static Mooring.StandIns.Tests.Controller.PretendedCluster;

namespace Mooring.StandIns.Tests.Controller;

/// <summary>The controller of EKS Auto Mode registers the targets of its own kind of bindings, in target groups with its tag.</summary>
public sealed class AutoModeControllerTests : ControllerTest
{
    private const string Kind = "apiVersion: eks.amazonaws.com/v1";

    [Fact]
    public void It_registers_nodes_without_an_installation_while_the_binding_is_there()
    {
        SwitchOn();

        Blue.Bind(Its(Tagged("shop-auto", "blue")));

        ClustersIn(Find("shop-auto")).Should().Equal("blue");
        Blue.Events.Should().Equal("SuccessfullyReconciled");
        Problem.Should().BeNull();

        Blue.Destroy(BindingsRelease);
        ClustersIn(Find("shop-auto")).Should().BeEmpty();
        Aws.Account.Bindings().Should().BeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("green")]
    public void A_target_group_without_its_tag_gets_no_targets_and_an_event(string? tag)
    {
        SwitchOn();

        Blue.Bind(Its(Tagged("shop-auto", tag)));

        ClustersIn(Find("shop-auto")).Should().BeEmpty();
        Blue.LastEvent.Reason.Should().Be("FailedReconcile");
        Blue.LastEvent.Message.Should()
            .Match(
                "Failed reconcile due to operation error Elastic Load Balancing v2: RegisterTargets, https response error StatusCode: 403, api error "
                    + "AccessDenied: User: arn:aws:sts::111122223333:assumed-role/*/aws-go-sdk is not authorized to perform: "
                    + "elasticloadbalancing:RegisterTargets on resource: arn:*:targetgroup/shop-auto/* because no identity-based policy allows the "
                    + "elasticloadbalancing:RegisterTargets action"
            );
    }

    [Fact]
    public void Once_the_tag_is_there_it_tries_again()
    {
        SwitchOn();
        var group = Tagged("shop-auto", null);
        Blue.Bind(Its(group));

        Aws.Update("aws_lb_target_group", group, "tags_all", Value.Object([new("eks:eks-cluster-name", "blue")]));

        ClustersIn(Find("shop-auto")).Should().Equal("blue");
    }

    [Theory]
    [InlineData("vpcID: vpc-0a1b2c3d4e5f60718", "strict decoding error: unknown field \"spec.vpcID\"")]
    [InlineData("ipAddressType: ipv6", "strict decoding error: unknown field \"spec.ipAddressType\"")]
    [InlineData("iamRoleArnToAssume: \"arn:aws:iam::111122223333:role/other\"", "strict decoding error: unknown field \"spec.iamRoleArnToAssume\"")]
    [InlineData("networking: { ingress: [{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }] }", "unknown field \"spec.networking.ingress[0].from[0].ipBlock\"")]
    public void The_api_server_refuses_what_its_definition_lacks(string field, string error)
    {
        SwitchOn();
        var group = Tagged("shop-auto", "blue");

        Refused(() => Blue.Bind(Its(group, field))).Should().Contain(error);
        Aws.Account.Bindings().Should().BeEmpty();
    }

    [Fact]
    public void A_cluster_without_auto_mode_does_not_know_its_bindings()
    {
        Blue.Install();

        Refused(() => Blue.Bind(Its(Group))).Should().Contain("no matches for kind \"TargetGroupBinding\" in version \"eks.amazonaws.com/v1\"");
    }

    [Fact]
    public void A_cluster_with_auto_mode_does_not_know_the_other_kind_without_its_definitions()
    {
        SwitchOn();

        Refused(() => Blue.Bind(Binding(Group))).Should().Contain("no matches for kind \"TargetGroupBinding\" in version \"elbv2.k8s.aws/v1beta1\"");
    }

    /// <summary>What a change of the controller of a living cluster does, which <c>--from</c> refuses.</summary>
    [Fact]
    public void The_controller_that_goes_takes_the_targets_away_and_the_other_one_sees_nothing_of_it()
    {
        SwitchOn();
        Blue.Install();
        var group = Tagged("shop-auto", "blue");
        Blue.Bind(Binding(group));
        Blue.Bind(Binding(group), Its(group));
        ClustersIn(group).Should().Equal("blue");

        Blue.Bind(Its(group));

        ClustersIn(group).Should().BeEmpty();
        Problem.Should().Be("another binding deregistered them");
    }

    [Fact]
    public void It_leaves_the_targets_of_other_clusters_where_the_group_is_shared()
    {
        SwitchOn();
        var group = Tagged("shop-auto", "blue");
        var green = new PretendedCluster(Aws, "green");
        green.Install();
        green.Bind(Binding(group, "multiClusterTargetGroup: true"));

        Blue.Bind(Its(group, "multiClusterTargetGroup: true"));
        ClustersIn(group).Should().BeEquivalentTo("blue", "green");

        Blue.Destroy(BindingsRelease);
        ClustersIn(group).Should().Equal("green");
    }

    [Theory]
    [InlineData("""{ "region": "us-east-1" }""")]
    [InlineData("""{ "region": "eu-west-1", "assume_role": [{ "role_arn": "arn:aws:iam::444455556666:role/terraform" }] }""")]
    public void It_finds_no_target_group_of_another_region_or_account(string provider)
    {
        SwitchOn();
        Aws.Account.AssumableRoles.Add("arn:aws:iam::444455556666:role/terraform");
        var theirs = Tagged("theirs", "blue", new PretendedAws(Aws.Account, provider));

        Blue.Bind(Its(theirs));

        Problem.Should().Contain("TargetGroupNotFound");
    }

    private void SwitchOn()
    {
        var cluster = Aws.Account.Of("aws_eks_cluster").Single();
        Aws.Account.Put(cluster with { Value = cluster.Value.With([new("compute_config", Value.List(Value.Object([new("enabled", true)])))]) });
    }

    private ObjectValue Tagged(string name, string? cluster, PretendedAws? aws = null) =>
        (aws ?? Aws).Create(
            "aws_lb_target_group",
            $$"""
            { "name": "{{name}}", "port": 80, "protocol": "HTTP", "vpc_id": "vpc-0a1b2c3d4e5f60718", "target_type": "instance",
              "tags": { {{(cluster is null ? string.Empty : $"\"eks:eks-cluster-name\": \"{cluster}\"")}} } }
            """
        );

    private ObjectValue Find(string name) => Aws.Account.Of("aws_lb_target_group").Single(group => group.Value["name"].Text == name).Value;

    private static string Its(ObjectValue group, string more = "") => Binding(group, more.Length > 0 ? $"{Kind}, {more}" : Kind);
}
