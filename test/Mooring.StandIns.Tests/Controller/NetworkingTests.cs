using FluentAssertions;
using Mooring.StandIns.Clusters;
using Mooring.StandIns.Controller;
using Xunit;
using static Mooring.StandIns.Tests.Controller.PretendedCluster;

namespace Mooring.StandIns.Tests.Controller;

/// <summary>The controller opens the security group of the nodes for <c>networking</c>, and closes it again.</summary>
public sealed class NetworkingTests : ControllerTest
{
    private const string Authorize = "ec2:AuthorizeSecurityGroupIngress";
    private const string Revoke = "ec2:RevokeSecurityGroupIngress";
    private const string LoadBalancer = "sg-0aa11111111111111";

    [Theory]
    [InlineData("[]", new int[0])]
    [InlineData("[{ protocol: TCP }]", new[] { 0, 65535 })]
    [InlineData("[{ protocol: TCP, port: 31000 }]", new[] { 31000, 31000 })]
    [InlineData("[{ port: 30080 }, { port: 30443 }]", new[] { 30080, 30443 })]
    public void The_ports_of_a_security_group_become_one_range_and_no_ports_open_none(string ports, int[] range)
    {
        Blue.Allow(Authorize, Revoke);
        Blue.Install();

        Blue.Bind(Binding(Group, From($"securityGroup: {{ groupID: {LoadBalancer} }}", ports)));

        ClustersIn(Group).Should().Equal("blue");
        IngressRule[] rules = range is [var from, var to] ? [new(Blue.NodeSecurityGroup, "tcp", from, to, LoadBalancer)] : [];
        Aws.Account.ControllerRules().Should().Equal(rules);
    }

    [Fact]
    public void The_ports_of_a_cidr_block_stay_apart()
    {
        Blue.Allow(Authorize, Revoke);
        Blue.Install();

        Blue.Bind(Binding(Group, From("ipBlock: { cidr: 10.0.0.0/8 }", "[{ port: 30080 }, { port: 30443 }]")));

        Aws.Account.ControllerRules().Select(rule => (rule.FromPort, rule.ToPort)).Should().Equal((30080, 30080), (30443, 30443));
    }

    [Fact]
    public void Rules_go_with_the_last_binding_that_needs_them()
    {
        Blue.Allow(Authorize, Revoke);
        Blue.Install();
        Blue.Bind(Binding(Group, Open()));
        Aws.Account.ControllerRules().Should().HaveCount(1);

        Blue.Bind(Binding(Group));

        Aws.Account.ControllerRules().Should().BeEmpty();
        ClustersIn(Group).Should().Equal("blue");
    }

    /// <summary>It collects garbage at every reconciliation, and before it registers instances.</summary>
    [Fact]
    public void Without_the_permission_to_revoke_no_instance_is_registered_any_more_and_deletions_hang()
    {
        var (other, pods) = (Aws.CreateTargetGroup("other"), CreateGroup("pods", "ip"));
        Blue.Allow(Authorize, Revoke);
        Blue.Install();
        Blue.Bind(Binding(Group, Open()));
        Blue.Allow();

        Blue.Bind(Binding(Group), Binding(other, name: "other"), Binding(pods, name: "pods", type: "ip"));

        ClustersIn(other).Should().BeEmpty();
        ClustersIn(pods).Should().Equal("blue");
        Blue.Events.Should().Contain("FailedNetworkReconcile");
        Aws.Account.Bindings().Single(binding => binding.Binding == "web/other").Problem.Should().Contain(Revoke);
        Refused(() => Blue.Destroy(BindingsRelease)).Should().Contain("timed out waiting for the condition");

        Blue.Allow(Revoke);
        Aws.Account.Bindings().Should().BeEmpty();
        Aws.Account.ControllerRules().Should().BeEmpty();
    }

    [Fact]
    public void A_permission_for_tagged_security_groups_is_enough_when_the_tag_is_that_of_the_cluster()
    {
        Blue.Permit(Tagged("blue"));
        Blue.Install();
        Blue.Bind(Binding(Group, Open()));
        Aws.Account.ControllerRules().Should().HaveCount(1);

        Blue.Permit(Tagged("green"));
        Blue.Bind(Binding(Group));
        Aws.Account.ControllerRules().Should().HaveCount(1);
        Blue.LastEvent.Message.Should().Contain(Revoke);
    }

    [Fact]
    public void A_named_port_is_one_of_pods()
    {
        Blue.Allow(Authorize, Revoke);
        Blue.Install();

        Blue.Bind(Binding(Group, From($"securityGroup: {{ groupID: {LoadBalancer} }}", "[{ port: http }]")));

        ClustersIn(Group).Should().BeEmpty();
        Problem.Should().Be("named ports can only be used with pod endpoints");
    }

    private static string Open() => From($"securityGroup: {{ groupID: {LoadBalancer} }}", "[{ protocol: TCP }]");

    private static string From(string peer, string ports) => $"networking: {{ ingress: [{{ from: [{{ {peer} }}], ports: {ports} }}] }}";

    private static string Tagged(string cluster) =>
        $$$"""
            {"Statement":[
            {"Effect":"Allow","Action":["ec2:Describe*","elasticloadbalancing:*"],"Resource":"*"},
            {"Effect":"Allow","Action":["{{{Authorize}}}","{{{Revoke}}}"],"Resource":"*",
             "Condition":{"Null":{"aws:ResourceTag/kubernetes.io/cluster/{{{cluster}}}":"false"} } } ]}
            """;
}
