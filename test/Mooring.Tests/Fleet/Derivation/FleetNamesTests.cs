using FluentAssertions;
using Mooring.ArgoCd;
using Mooring.Clusters;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Reading;
using Mooring.Limits;
using Mooring.LoadBalancing;
using Mooring.Stacks;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Fleet.Derivation;

public class FleetNamesTests
{
    private static readonly FleetSpec s_fleet = FleetFile.Parse(SmallFleet.Text);

    private static BindingSpec Binding => s_fleet.Clusters["blue"].Bindings[0];

    [Fact]
    public void A_target_group_is_named_after_its_fleet_and_its_cluster() =>
        FleetNames.TargetGroup(s_fleet, "blue", Binding).Should().MatchRegex("^shop-blue-[0-9a-f]{8}$");

    [Fact]
    public void Names_do_not_change_between_versions() =>
        FleetNames.TargetGroup(s_fleet, "blue", Binding).Should().Be("shop-blue-a9bf3334", "a changed name replaces somebody's target group");

    [Fact]
    public void A_target_group_that_aws_would_replace_has_another_name()
    {
        string[] names =
        [
            FleetNames.TargetGroup(s_fleet, "blue", Binding),
            FleetNames.TargetGroup(s_fleet, "blue", Binding with { Name = "other" }),
            FleetNames.TargetGroup(s_fleet, "blue", Binding with { Name = "public", LoadBalancer = "internal" }),
            FleetNames.TargetGroup(s_fleet, "blue", Binding with { TargetGroup = new TargetGroupSpec { Port = 8080 } }),
            FleetNames.TargetGroup(s_fleet, "blue", Binding with { TargetGroup = new TargetGroupSpec { Protocol = TargetGroupProtocol.Https } }),
            FleetNames.TargetGroup(s_fleet, "blue", Binding with { TargetGroup = new TargetGroupSpec { TargetType = TargetType.Ip } }),
            FleetNames.TargetGroup(s_fleet, "blue", Binding with { TargetGroup = new TargetGroupSpec { ProtocolVersion = ProtocolVersion.Grpc } }),
            FleetNames.TargetGroup(s_fleet, "blue", Binding with { TargetGroup = new TargetGroupSpec { ProtocolVersion = ProtocolVersion.Http2 } }),
            FleetNames.TargetGroup(s_fleet, "blue", Binding with { TargetGroup = new TargetGroupSpec { IpAddressType = TargetGroupIpAddressType.Ipv6 } }),
            FleetNames.TargetGroup(s_fleet with { Vpc = "vpc-0f1e2d3c4b5a69780" }, "blue", Binding),
        ];

        names.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_target_group_that_is_updated_in_place_keeps_its_name() =>
        FleetNames
            .TargetGroup(s_fleet, "blue", Binding with { TargetGroup = new TargetGroupSpec { HealthCheck = new HealthCheckSpec { Path = "/healthz" } } })
            .Should()
            .Be(FleetNames.TargetGroup(s_fleet, "blue", Binding));

    [Fact]
    public void An_adopted_target_group_keeps_its_name() =>
        FleetNames
            .TargetGroup(
                s_fleet,
                "blue",
                Binding with
                {
                    TargetGroup = new TargetGroupSpec
                    {
                        Adopt = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/Legacy-blue/73e2d6bc24d8a067",
                    },
                }
            )
            .Should()
            .Be("Legacy-blue");

    [Fact]
    public void A_target_group_binding_that_the_controller_would_refuse_to_change_has_another_name()
    {
        var existing = new ExistingTargetGroupSpec { Arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/legacy/73e2d6bc24d8a067" };
        string[] names =
        [
            NameOf(Binding),
            NameOf(Binding with { Reference = TargetGroupReference.Name }),
            NameOf(Binding with { TargetGroup = new TargetGroupSpec { TargetType = TargetType.Ip } }),
            NameOf(Existing(existing)),
            NameOf(Existing(existing with { Arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/legacy/0123456789abcdef" })),
            NameOf(Existing(existing with { TargetType = TargetType.Ip })),
            NameOf(Existing(existing with { IpAddressType = TargetGroupIpAddressType.Ipv6 })),
            NameOf(Existing(existing with { Vpc = "vpc-0f1e2d3c4b5a69780" })),
        ];

        names.Should().OnlyHaveUniqueItems().And.OnlyContain(name => KubernetesLimits.DnsLabel(name) == null);

        static string NameOf(BindingSpec binding) => FleetNames.TargetGroupBinding(s_fleet, "blue", binding);
        static BindingSpec Existing(ExistingTargetGroupSpec group) => Binding with { LoadBalancer = null, Name = "legacy", ExistingTargetGroup = group };
    }

    [Fact]
    public void Two_bindings_of_a_shared_target_group_have_different_names()
    {
        var fleet = SmallFleet.With("    listeners:\n", "    targetGroups:\n      web: { shared: true }\n    listeners:\n");

        NameOf("one").Should().StartWith("shop-web-").And.NotBe(NameOf("two"));

        string NameOf(string binding) => FleetNames.TargetGroupBinding(fleet, "blue", Binding with { Name = binding, TargetGroupRef = "web" });
    }

    [Theory]
    [InlineData("a")]
    [InlineData("under_score")]
    [InlineData("eighteen-letters-_")]
    [InlineData("Capital")]
    [InlineData("a-name-that-is-a-hundred-characters-long-which-is-as-long-as-amazon-eks-lets-the-name-of-a-cluster--")]
    public void Every_name_of_a_cluster_gives_names_that_fit(string cluster)
    {
        EksLimits.ClusterName(cluster).Should().BeNull();

        LoadBalancerLimits.TargetGroupName(FleetNames.TargetGroup(s_fleet, cluster, Binding)).Should().BeNull();
        KubernetesLimits.DnsLabel(FleetNames.TargetGroupBinding(s_fleet, cluster, Binding)).Should().BeNull();
        IamLimits.RoleName(FleetNames.ControllerRole(s_fleet, cluster)).Should().BeNull();
        IamLimits.RoleName(FleetNames.ArgoCdRole(s_fleet with { ArgoCd = new() { Cluster = cluster } })).Should().BeNull();
        IamLimits.RoleName(FleetNames.ArgoCdAccessRole(s_fleet, cluster)).Should().BeNull();
        IamLimits.RoleName(FleetNames.ClusterRole(s_fleet, cluster)).Should().BeNull();
        IamLimits.RoleName(FleetNames.NodeRole(s_fleet, cluster, "default")).Should().BeNull();
        EksLimits.NodeGroupName(FleetNames.SelfManagedNodeGroup(cluster, "default")).Should().BeNull();
        IamLimits.RoleName(FleetNames.CrossAccountRole(s_fleet, "public", new string('r', 63))).Should().BeNull();
        ArgoCdLimits.Application(FleetNames.Application(s_fleet, cluster)).Should().BeNull();
        FleetNames.ClusterSecret(s_fleet, cluster).Should().MatchRegex("^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$");
    }

    [Fact]
    public void Truncated_names_stay_unique()
    {
        var (one, two) = ($"{new string('a', 99)}1", $"{new string('a', 99)}2");

        FleetNames.TargetGroup(s_fleet, one, Binding).Should().NotBe(FleetNames.TargetGroup(s_fleet, two, Binding));
        FleetNames.ControllerRole(s_fleet, one).Should().NotBe(FleetNames.ControllerRole(s_fleet, two));
        FleetNames.ClusterSecret(s_fleet, "Blue").Should().NotBe(FleetNames.ClusterSecret(s_fleet, "blue"));
        FleetNames.Workspace($"shop-{one}").Should().HaveLength(90).And.NotBe(FleetNames.Workspace($"shop-{two}"));
    }

    [Theory]
    [InlineData("shop", "binding-blue", "shop-binding-blue")]
    [InlineData("a", "cluster-cluster-b", "a-cluster-cluster-b")]
    [InlineData("a-cluster", "cluster-b", "a-cluster-cluster-b-")]
    [InlineData("cluster-a", "cluster-b", "cluster-a-cluster-b")]
    public void A_state_is_named_after_its_fleet_and_its_stack_unless_a_shorter_fleet_has_the_name(string fleet, string stack, string name)
    {
        var state = FleetNames.State(s_fleet with { Name = fleet }, stack, StackKind.All.Select(kind => kind.Name));

        state.Should().StartWith(name).And.HaveLength(name.EndsWith('-') ? name.Length + 8 : name.Length);
        FleetNames.Workspace(state).Should().Be(state);
    }

    [Fact]
    public void Names_of_node_groups_with_hyphens_stay_unique() =>
        FleetNames.NodeRole(s_fleet, "a", "b-c").Should().NotBe(FleetNames.NodeRole(s_fleet, "a-b", "c"));

    [Fact]
    public void A_node_group_that_eks_would_replace_has_another_name()
    {
        var cluster = s_fleet.Clusters["blue"];
        var group = cluster.NodeGroups["default"];
        string[] names =
        [
            NameOf(cluster),
            NameOf(cluster with { Subnets = ["subnet-0cc33333333333333"] }),
            NameOf(With(cluster, group with { InstanceTypes = ["m7i.xlarge"] })),
            NameOf(With(cluster, group with { CapacityType = CapacityType.Spot })),
            NameOf(With(cluster, group with { AmiType = "AL2023_x86_64_STANDARD" })),
            NameOf(With(cluster, group with { DiskSize = 50 })),
            NameOf(
                With(
                    cluster,
                    group with
                    {
                        LaunchTemplate = new LaunchTemplateSpec { Name = "nodes", Version = "1" },
                    }
                )
            ),
            FleetNames.NodeGroup(s_fleet with { Iam = new IamSpec { Path = "/platform/" } }, cluster, "default"),
        ];

        names.Should().OnlyHaveUniqueItems();
        NameOf(With(cluster, group with { MaxSize = 9 })).Should().Be(names[0], "EKS changes sizes in place");
        NameOf(With(cluster, group with { CapacityType = CapacityType.OnDemand })).Should().Be(names[0], "it is what nothing said means");
        NameOf(
                With(
                    cluster,
                    group with
                    {
                        LaunchTemplate = new LaunchTemplateSpec { Name = "nodes", Version = "2" },
                    }
                )
            )
            .Should()
            .Be(names[6], "EKS changes its version in place");

        static ClusterSpec With(ClusterSpec cluster, NodeGroupSpec group) =>
            cluster with
            {
                NodeGroups = new Dictionary<string, NodeGroupSpec> { ["default"] = group },
            };
        static string NameOf(ClusterSpec cluster) => FleetNames.NodeGroup(s_fleet, cluster, "default");
    }

    [Fact]
    public void A_role_that_argo_cd_assumes_is_known_by_its_name_also_when_that_is_truncated() =>
        FleetNames.ArgoCdAccessRole(s_fleet, new string('a', 100)).Should().EndWith("-argocd-access").And.HaveLength(64);

    [Fact]
    public void The_articles_names_are_kept_as_they_are()
    {
        FleetNames.ControllerRole(s_fleet, "blue").Should().Be("blue-aws-lb-controller");
        FleetNames.ClusterSecret(s_fleet, "blue").Should().Be("shop-blue");
    }
}
