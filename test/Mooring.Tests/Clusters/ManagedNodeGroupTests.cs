using FluentAssertions;
using Mooring.Clusters;
using Mooring.Errors;
using Mooring.Iam;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.Clusters;

public class ManagedNodeGroupTests : ConstructTest
{
    private static ManagedNodeGroupProps Minimal =>
        new()
        {
            Cluster = new KnownCluster(),
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
    public void It_starts_with_the_minimum_size_and_then_ignores_the_desired_size()
    {
        _ = new ManagedNodeGroup(Stack, "NodeGroup", Minimal);

        Synthesize()
            .Should()
            .HaveResource(
                "aws_eks_node_group",
                """
                {
                  "scaling_config": { "desired_size": 2, "max_size": 4, "min_size": 2 },
                  "lifecycle": { "ignore_changes": ["scaling_config[0].desired_size"] }
                }
                """
            );
    }

    [Fact]
    public void Its_nodes_have_the_version_that_is_given()
    {
        _ = new ManagedNodeGroup(Stack, "NodeGroup", Minimal with { Version = "1.35" });

        Synthesize().Should().HaveResource("aws_eks_node_group", """{ "version": "1.35" }""");
    }

    [Fact]
    public void Fails_when_the_version_is_not_one_of_kubernetes() =>
        FluentActions
            .Invoking(() => new ManagedNodeGroup(Stack, "NodeGroup", Minimal with { Version = "latest" }))
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/NodeGroup: 'Version' must be a version of Kubernetes such as '1.36', got 'latest'");

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

        define.Should().Throw<ConstructException>().WithMessage($"stack/NodeGroup: {fault}");
    }

    [Fact]
    public void Fails_when_there_is_no_instance_type()
    {
        var define = () => new ManagedNodeGroup(Stack, "NodeGroup", Minimal with { InstanceTypes = [] });

        define.Should().Throw<ConstructException>().WithMessage("stack/NodeGroup: 'InstanceTypes' must have at least 1 entry, got 0");
    }

    [Fact]
    public void Capacity_image_and_disk_are_the_users_choice()
    {
        _ = new ManagedNodeGroup(Stack, "NodeGroup", Minimal with { CapacityType = CapacityType.Spot, AmiType = "BOTTLEROCKET_ARM_64", DiskSize = 100 });

        Synthesize()
            .Should()
            .HaveResource(
                "aws_eks_node_group",
                """
                {
                  "capacity_type": "SPOT",
                  "ami_type": "BOTTLEROCKET_ARM_64",
                  "disk_size": 100
                }
                """
            );
    }

    [Fact]
    public void A_launch_template_can_define_the_nodes()
    {
        _ = new ManagedNodeGroup(
            Stack,
            "NodeGroup",
            Minimal with
            {
                InstanceTypes = [],
                LaunchTemplate = new NodeLaunchTemplate { Name = "hardened", Version = "7" },
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_eks_node_group",
                """
                {
                  "launch_template": { "name": "hardened", "version": "7" },
                  "instance_types": null
                }
                """
            );
    }

    [Fact]
    public void Labels_taints_and_tags_are_the_users_choice()
    {
        _ = new ManagedNodeGroup(
            Stack,
            "NodeGroup",
            Minimal with
            {
                Labels = new Dictionary<string, string> { ["example.com/pool"] = "web" },
                Taints =
                [
                    new NodeTaint
                    {
                        Key = "dedicated",
                        Value = "web",
                        Effect = TaintEffect.NoSchedule,
                    },
                    new NodeTaint { Key = "gpu", Effect = TaintEffect.PreferNoSchedule },
                ],
                Tags = new Dictionary<string, string> { ["team"] = "web" },
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_eks_node_group",
                """
                {
                  "labels": { "example.com/pool": "web" },
                  "taint": [
                    { "effect": "NO_SCHEDULE", "key": "dedicated", "value": "web" },
                    { "effect": "PREFER_NO_SCHEDULE", "key": "gpu" }
                  ],
                  "tags": { "team": "web" }
                }
                """
            );
    }

    [Theory]
    [InlineData(2, null, """{ "max_unavailable": 2, "max_unavailable_percentage": null }""")]
    [InlineData(null, 33, """{ "max_unavailable": null, "max_unavailable_percentage": 33 }""")]
    public void The_user_sets_how_many_nodes_an_update_replaces_at_once(int? count, int? percentage, string block)
    {
        _ = new ManagedNodeGroup(
            Stack,
            "NodeGroup",
            Minimal with
            {
                Update = new NodeUpdate { MaxUnavailable = count, MaxUnavailablePercentage = percentage },
            }
        );

        Synthesize().Should().HaveResource("aws_eks_node_group", $$"""{ "update_config": {{block}} }""");
    }

    [Fact]
    public void Its_role_has_the_settings_of_the_organization()
    {
        _ = new ManagedNodeGroup(Stack, "NodeGroup", Minimal with { RoleSettings = new RoleSettings { Path = "/platform/" } });

        Synthesize().Should().HaveResource("aws_iam_role", """{ "path": "/platform/" }""");
    }

    [Fact]
    public void Fails_when_the_disk_size_is_given_with_a_launch_template() =>
        Define(
                Minimal with
                {
                    DiskSize = 50,
                    LaunchTemplate = new NodeLaunchTemplate { Name = "hardened", Version = "7" },
                }
            )
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/NodeGroup: 'DiskSize' must be left out with a launch template, got 50");

    [Fact]
    public void Fails_when_a_launch_template_is_named_twice() =>
        Define(
                Minimal with
                {
                    LaunchTemplate = new NodeLaunchTemplate
                    {
                        Id = "lt-0a1b2c3d4e5f60718",
                        Name = "hardened",
                        Version = "7",
                    },
                }
            )
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/NodeGroup: 'LaunchTemplate' must have an id or a name, got 'lt-0a1b2c3d4e5f60718' and 'hardened'");

    [Theory]
    [InlineData("AL2023", "must be an AMI type such as 'AL2023_x86_64_STANDARD', got 'AL2023'")]
    [InlineData("CUSTOM", "must be left out where the launch template has an AMI of its own: EKS reports 'CUSTOM', and refuses it")]
    public void Fails_when_the_image_is_not_valid(string amiType, string fault) =>
        Define(Minimal with { AmiType = amiType }).Should().Throw<ConstructException>().WithMessage($"stack/NodeGroup: 'AmiType' {fault}");

    [Theory]
    [InlineData(0, null, "'Update' must be between 1 and 100, got 0")]
    [InlineData(null, 101, "'Update' must be between 1 and 100, got 101")]
    [InlineData(null, null, "'Update' must have a number or a percentage, got neither")]
    [InlineData(1, 1, "'Update' must have a number or a percentage, got both")]
    public void Fails_when_the_update_settings_are_not_valid(int? count, int? percentage, string fault) =>
        Define(
                Minimal with
                {
                    Update = new NodeUpdate { MaxUnavailable = count, MaxUnavailablePercentage = percentage },
                }
            )
            .Should()
            .Throw<ConstructException>()
            .WithMessage($"stack/NodeGroup: {fault}");

    [Theory]
    [InlineData("node-role.kubernetes.io/web", "'Labels' must not have a key that Kubernetes or EKS reserves, got 'node-role.kubernetes.io/web'")]
    [InlineData("eks.amazonaws.com/pool", "'Labels' must not have a key that Kubernetes or EKS reserves, got 'eks.amazonaws.com/pool'")]
    [InlineData(
        "-pool",
        "'Labels' must be a Kubernetes label key: at most 63 letters, digits, hyphens, underscores and dots, a letter or digit at both ends, with "
            + "or without a DNS subdomain and '/' in front, got '-pool'"
    )]
    public void Fails_when_a_label_is_reserved(string key, string fault) =>
        Define(Minimal with { Labels = new Dictionary<string, string> { [key] = "web" } })
            .Should()
            .Throw<ConstructException>()
            .WithMessage($"stack/NodeGroup: {fault}");

    [Fact]
    public void Fails_when_a_taint_is_listed_twice()
    {
        var taint = new NodeTaint
        {
            Key = "dedicated",
            Value = "web",
            Effect = TaintEffect.NoExecute,
        };

        Define(Minimal with { Taints = [taint, taint with { Value = "api" }] })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/NodeGroup: 'Taints' must not have a taint twice, got 'dedicated' with NO_EXECUTE");
    }

    private Func<ManagedNodeGroup> Define(ManagedNodeGroupProps props) => () => new ManagedNodeGroup(Stack, "NodeGroup", props);
}
