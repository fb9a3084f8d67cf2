using FluentAssertions;
using Mooring.LoadBalancing;
using Mooring.TargetGroupBindings;
using Mooring.Tests.LoadBalancing;
using Xunit;

namespace Mooring.Tests.TargetGroupBindings;

public class TargetGroupBindingLimitsTests
{
    public static TheoryData<string, string, TargetGroupBinding> LaterFields =>
        new()
        {
            { "NodeSelector", "2.2.0", KnownBinding.Minimal },
            { "IpAddressType", "2.3.0", KnownBinding.OfPods with { IpAddressType = TargetGroupIpAddressType.Ipv6 } },
            { "VpcId", "2.8.0", KnownBinding.OfPods with { VpcId = "vpc-0a1b2c3d" } },
            { "MultiClusterTargetGroup", "2.10.0", KnownBinding.OfPods with { MultiClusterTargetGroup = true } },
            { "TargetGroupName", "2.11.0", KnownBinding.OfPods with { TargetGroupArn = null, TargetGroupName = "blue" } },
            { "IamRoleArnToAssume", "2.12.0", KnownBinding.OfPods with { IamRoleArnToAssume = "arn:aws:iam::444455556666:role/targets" } },
            { "AssumeRoleExternalId", "2.12.0", KnownBinding.OfPods with { AssumeRoleExternalId = "blue-1" } },
            { "TargetGroupProtocol", "2.14.0", KnownBinding.OfPods with { TargetGroupProtocol = TargetGroupBindingProtocol.Tcp } },
            { "TargetGroupProtocol", "2.15.0", KnownBinding.OfPods with { TargetGroupProtocol = TargetGroupBindingProtocol.Quic } },
        };

    [Theory]
    [MemberData(nameof(LaterFields))]
    public void A_field_needs_a_controller_that_supports_it(string property, string since, TargetGroupBinding binding)
    {
        var version = ControllerVersion.Parse(since)!.Value;
        var before = new ControllerVersion(version.Major, version.Minor - 1, 99);

        TargetGroupBindingLimits.Fields(binding, version).Should().BeEmpty();
        TargetGroupBindingLimits.Fields(binding, before).Should().Equal((property, $"needs controller {since} or later, got {before}"));
    }

    [Fact]
    public void The_first_controller_binds_pods_and_opens_their_ports() =>
        TargetGroupBindingLimits
            .Fields(KnownBinding.OfPods with { Networking = KnownBinding.FullOfPods.Networking }, new ControllerVersion(2, 0, 0))
            .Should()
            .BeEmpty();

    [Fact]
    public void A_fault_names_the_chart_that_ships_the_controller() =>
        TargetGroupBindingLimits
            .Fields(KnownBinding.OfPods with { MultiClusterTargetGroup = true }, ControllerChart.ControllerOf("1.8.1"), "1.8.1")
            .Should()
            .Equal(("MultiClusterTargetGroup", "needs controller 2.10.0 or later, got 2.8.1 (chart 1.8.1)"));

    [Fact]
    public void An_unknown_controller_has_no_errors() => TargetGroupBindingLimits.Fields(KnownBinding.FullOfNodes, null).Should().BeEmpty();

    [Fact]
    public void Quic_on_an_older_controller_is_one_fault() =>
        TargetGroupBindingLimits
            .Fields(KnownBinding.OfPods with { TargetGroupProtocol = TargetGroupBindingProtocol.TcpQuic }, new ControllerVersion(2, 13, 4))
            .Should()
            .Equal(("TargetGroupProtocol", "needs controller 2.15.0 or later, got 2.13.4"));

    [Fact]
    public void Bindings_with_all_fields_are_accepted()
    {
        TargetGroupBindingLimits.Rules(KnownBinding.Minimal).Should().BeEmpty();
        TargetGroupBindingLimits.Rules(KnownBinding.FullOfNodes).Should().BeEmpty();
        TargetGroupBindingLimits.Rules(KnownBinding.FullOfPods).Should().BeEmpty();
    }

    [Fact]
    public void Tokens_are_accepted() =>
        TargetGroupBindingLimits
            .Rules(
                KnownBinding.OfPods with
                {
                    Name = "${local.name}",
                    TargetGroupArn = "${data.aws_lb_target_group.blue.arn}",
                    VpcId = "${data.aws_vpc.main.id}",
                    IamRoleArnToAssume = "${data.aws_iam_role.targets.arn}",
                    AssumeRoleExternalId = "${local.id}",
                    Networking = new TargetGroupBindingNetworking
                    {
                        Ingress =
                        [
                            new NetworkingIngressRule
                            {
                                From = [new NetworkingPeer { Cidr = "${local.cidr}" }, new NetworkingPeer { SecurityGroupId = "${local.group}" }],
                            },
                        ],
                    },
                }
            )
            .Should()
            .BeEmpty();

    [Fact]
    public void A_target_group_is_referred_to_by_arn_or_by_name()
    {
        Faults(KnownBinding.Minimal with { TargetGroupArn = null }).Should().Equal("TargetGroupArn is required, or 'TargetGroupName' instead");
        Faults(KnownBinding.Minimal with { TargetGroupName = "blue" }).Should().Equal("TargetGroupArn must be left out when there is a 'TargetGroupName'");
        Faults(KnownBinding.Minimal with { TargetGroupArn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/blue/1f" })
            .Should()
            .Equal(
                "TargetGroupArn must be the ARN of a target group, "
                    + "'arn:<partition>:elasticloadbalancing:<region>:<account>:targetgroup/<name>/<id>', got "
                    + "'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/blue/1f'"
            );
        Faults(KnownBinding.Minimal with { TargetGroupArn = null, TargetGroupName = "-blue" })
            .Should()
            .Equal("TargetGroupName must be 1 to 32 letters, digits and hyphens, without a hyphen at either end, got '-blue' (5 characters)");
    }

    [Theory]
    [InlineData("arn:aws-cn:elasticloadbalancing:cn-north-1:111122223333:targetgroup/blue/73e2d6bc24d8a067")]
    [InlineData("arn:aws-us-gov:elasticloadbalancing:us-gov-west-1:111122223333:targetgroup/blue/73e2d6bc24d8a067")]
    public void A_target_group_may_be_in_any_partition(string arn) => TargetGroupBindingLimits.TargetGroupArn(arn).Should().BeNull();

    [Fact]
    public void Pods_are_not_chosen_by_their_nodes() =>
        Faults(KnownBinding.OfPods with { NodeSelector = NodeSelector.All }).Should().Equal("NodeSelector must be left out with target type ip");

    [Fact]
    public void Nodes_cannot_be_targets_in_another_account() =>
        Faults(KnownBinding.Minimal with { IamRoleArnToAssume = "arn:aws:iam::444455556666:role/targets", AssumeRoleExternalId = "blue-1" })
            .Should()
            .Equal("IamRoleArnToAssume must be left out with target type instance, got 'arn:aws:iam::444455556666:role/targets'");

    [Fact]
    public void An_external_id_is_for_a_role()
    {
        Faults(KnownBinding.OfPods with { AssumeRoleExternalId = "blue-1" })
            .Should()
            .Equal("AssumeRoleExternalId must be left out without an 'IamRoleArnToAssume', got 'blue-1'");
        Faults(KnownBinding.FullOfPods with { AssumeRoleExternalId = "b" })
            .Should()
            .Equal("AssumeRoleExternalId must be 2 to 1224 letters, digits and '_+=,.@:/-', got 'b' (1 characters)");
        Faults(KnownBinding.FullOfPods with { AssumeRoleExternalId = new string('b', 1225) }).Should().ContainSingle();
        Faults(KnownBinding.FullOfPods with { IamRoleArnToAssume = "targets" })
            .Should()
            .Equal("IamRoleArnToAssume must be the ARN of an IAM role, 'arn:<partition>:iam::<account>:role/<name>', got 'targets'");
    }

    [Theory]
    [InlineData(TargetGroupBindingProtocol.Quic, "QUIC")]
    [InlineData(TargetGroupBindingProtocol.TcpQuic, "TCP_QUIC")]
    public void Nodes_cannot_have_quic_target_groups(TargetGroupBindingProtocol protocol, string word) =>
        Faults(KnownBinding.Minimal with { TargetGroupProtocol = protocol })
            .Should()
            .Equal($"TargetGroupProtocol must not be QUIC or TCP_QUIC with target type instance, got '{word}'");

    [Theory]
    [InlineData("vpc-0a1b2c3d", true)]
    [InlineData("vpc-0a1b2c3d4e5f60718", true)]
    [InlineData("vpc-0a1b2c3d4e5f607180a1b2c3d4e5f607", true)]
    [InlineData("vpc-0A1B2C3D", false)]
    [InlineData("subnet-0a1b2c3d", false)]
    public void A_vpc_has_8_17_or_32_digits(string id, bool isVpc) =>
        TargetGroupBindingLimits.VpcId(id).Should().Be(isVpc ? null : $"must be 'vpc-' and 8, 17 or 32 hexadecimal digits, got '{id}'");

    [Fact]
    public void A_node_selector_compares_labels_with_values()
    {
        Faults(KnownBinding.Minimal with { NodeSelector = new NodeSelector { MatchLabels = new Dictionary<string, string> { ["pool/"] = "a b" } } })
            .Should()
            .Equal(
                "NodeSelector.MatchLabels must be a Kubernetes label key: at most 63 letters, digits, hyphens, underscores and dots, a letter or "
                    + "digit at both ends, with or without a DNS subdomain and '/' in front, got 'pool/'",
                "NodeSelector.MatchLabels.pool/ must be a Kubernetes label value: at most 63 letters, digits, hyphens, underscores and dots, a "
                    + "letter or digit at both ends, got 'a b'"
            );
        Faults(Selecting(NodeSelectorOperator.In)).Should().Equal("NodeSelector.MatchExpressions[0].Values must have at least 1 entry with operator In, got 0");
        Faults(Selecting(NodeSelectorOperator.NotIn))
            .Should()
            .Equal("NodeSelector.MatchExpressions[0].Values must have at least 1 entry with operator NotIn, got 0");
        Faults(Selecting(NodeSelectorOperator.Exists, "a"))
            .Should()
            .Equal("NodeSelector.MatchExpressions[0].Values must have no entries with operator Exists, got 1");
        Faults(Selecting(NodeSelectorOperator.DoesNotExist, "a", "b"))
            .Should()
            .Equal("NodeSelector.MatchExpressions[0].Values must have no entries with operator DoesNotExist, got 2");
        Faults(Selecting(NodeSelectorOperator.In, "a", "-"))
            .Should()
            .ContainSingle()
            .Which.Should()
            .StartWith("NodeSelector.MatchExpressions[0].Values[1] must be a Kubernetes label value");
    }

    [Fact]
    public void The_port_of_a_node_is_a_number_and_that_of_a_pod_can_be_a_name()
    {
        TargetGroupBindingLimits.NetworkingPort(TargetType.Instance, 30080).Should().BeNull();
        TargetGroupBindingLimits.NetworkingPort(TargetType.Instance, "web").Should().Be("must be a number with target type instance, got 'web'");
        TargetGroupBindingLimits.NetworkingPort(TargetType.Ip, "web").Should().BeNull();
        TargetGroupBindingLimits
            .NetworkingPort(TargetType.Ip, "a-name-too-long-")
            .Should()
            .Be("must be between 1 and 65535 or the name of a container's port, got 'a-name-too-long-'");
        TargetGroupBindingLimits.NetworkingPort(TargetType.Ip, 0).Should().Be("must be between 1 and 65535, got 0");
    }

    [Fact]
    public void An_ingress_rule_needs_a_source()
    {
        Faults(Networking()).Should().Equal("Networking.Ingress must have at least 1 entry, got 0");
        Faults(Networking(new NetworkingIngressRule { From = [] })).Should().Equal("Networking.Ingress[0].From must have at least 1 entry, got 0");
        Faults(
                Networking(
                    new NetworkingIngressRule
                    {
                        From =
                        [
                            new NetworkingPeer(),
                            new NetworkingPeer { Cidr = "10.0.0.0/8", SecurityGroupId = "sg-0a1b2c3d" },
                            new NetworkingPeer { Cidr = "10.0.0.1/8" },
                            new NetworkingPeer { SecurityGroupId = "shop" },
                        ],
                        Ports = [new NetworkingPort { Port = "web" }],
                    }
                )
            )
            .Should()
            .Equal(
                "Networking.Ingress[0].From[0] must have either a 'Cidr' or a 'SecurityGroupId'",
                "Networking.Ingress[0].From[1] must have either a 'Cidr' or a 'SecurityGroupId'",
                "Networking.Ingress[0].From[2].Cidr must be a CIDR block such as '10.0.0.0/8' or '2001:db8::/32', got '10.0.0.1/8'",
                "Networking.Ingress[0].From[3].SecurityGroupId must be 'sg-' and 8 or 17 hexadecimal digits, got 'shop'",
                "Networking.Ingress[0].Ports[0].Port must be a number with target type instance, got 'web'"
            );
    }

    [Fact]
    public void Bindings_of_a_shared_target_group_keep_each_others_targets()
    {
        var other = KnownBinding.Minimal with { Name = "other" };

        Together(KnownBinding.Minimal with { MultiClusterTargetGroup = true }, other with { MultiClusterTargetGroup = true }).Should().BeEmpty();
        Together(KnownBinding.Minimal, other with { TargetGroupArn = KnownTargetGroup.Green.TargetGroupArn }).Should().BeEmpty();
        Together(KnownBinding.Minimal with { MultiClusterTargetGroup = true }, other)
            .Should()
            .Equal($"Bindings[1].MultiClusterTargetGroup must be true when two bindings have the target group '{KnownTargetGroup.Blue.TargetGroupArn}'");
        Together(KnownBinding.Minimal with { MultiClusterTargetGroup = true }, other with { TargetGroupArn = null, TargetGroupName = "blue" })
            .Should()
            .Equal("Bindings[1].MultiClusterTargetGroup must be true when two bindings have the target group 'blue'");
        Together(KnownBinding.FullOfPods, KnownBinding.FullOfPods with { Name = "other" }).Should().HaveCount(2);
    }

    [Fact]
    public void A_name_is_unique_in_its_namespace()
    {
        var other = KnownBinding.Minimal with { TargetGroupArn = KnownTargetGroup.Green.TargetGroupArn };

        Together(KnownBinding.Minimal, other with { Namespace = "shop" }).Should().BeEmpty();
        Together(KnownBinding.Minimal, other).Should().Equal("Bindings[1].Name must be unique in its namespace, got 'shop-blue' twice");
    }

    private static TargetGroupBinding Selecting(NodeSelectorOperator comparison, params string[] values) =>
        KnownBinding.Minimal with
        {
            NodeSelector = new NodeSelector
            {
                MatchExpressions =
                [
                    new NodeSelectorRequirement
                    {
                        Key = "pool",
                        Operator = comparison,
                        Values = values,
                    },
                ],
            },
        };

    private static TargetGroupBinding Networking(params NetworkingIngressRule[] rules) =>
        KnownBinding.Minimal with
        {
            Networking = new TargetGroupBindingNetworking { Ingress = rules },
        };

    private static IEnumerable<string> Faults(TargetGroupBinding binding) =>
        TargetGroupBindingLimits.Rules(binding).Select(fault => $"{fault.Property} {fault.Fault}");

    private static IEnumerable<string> Together(params TargetGroupBinding[] bindings) =>
        TargetGroupBindingLimits.Together(bindings).Select(fault => $"{fault.Property} {fault.Fault}");
}
