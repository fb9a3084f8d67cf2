using FluentAssertions;
using Mooring.Clusters;
using Mooring.Errors;
using Mooring.Iam;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.Clusters;

public class SelfManagedNodeGroupTests : ConstructTest
{
    private const string Group = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/blue/73e2d6bc24d8a067";

    private SelfManagedNodeGroupProps Minimal =>
        new()
        {
            Cluster = new ClusterLookup(Stack, "Cluster", new ClusterLookupProps { ClusterName = "blue" }),
            NodeGroupName = "blue-default",
            RoleName = "blue-default-eks-node",
            KubernetesVersion = "1.33",
            SubnetIds = ["subnet-0cc33333333333333", "subnet-0dd44444444444444"],
            InstanceType = "m7i.large",
            MinSize = 2,
            MaxSize = 4,
        };

    [Fact]
    public void A_node_group_needs_a_cluster_a_version_an_instance_type_and_sizes()
    {
        _ = new SelfManagedNodeGroup(Stack, "NodeGroup", Minimal);

        VerifySnapshot("Clusters/SelfManagedNodeGroup.Minimal");
    }

    [Fact]
    public void Auto_scaling_registers_its_nodes_with_target_groups()
    {
        _ = new SelfManagedNodeGroup(Stack, "NodeGroup", Minimal with { TargetGroupArns = [Group] });

        Synthesize().Should().HaveResource("aws_autoscaling_group", $$"""{ "target_group_arns": ["{{Group}}"] }""");
    }

    [Fact]
    public void The_kubelet_gets_labels_and_taints()
    {
        _ = new SelfManagedNodeGroup(
            Stack,
            "NodeGroup",
            Minimal with
            {
                Labels = new Dictionary<string, string> { ["example.com/pool"] = "web", ["tier"] = "front" },
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
            }
        );

        UserData()
            .Should()
            .Contain(
                """
                  kubelet:
                    flags:
                      - '--node-labels=example.com/pool=web,tier=front'
                      - '--register-with-taints=dedicated=web:NoSchedule,gpu=:PreferNoSchedule'

                --NODE--
                """.ReplaceLineEndings("\\n")
            );
    }

    [Fact]
    public void The_user_data_contains_the_cluster()
    {
        _ = new SelfManagedNodeGroup(Stack, "NodeGroup", Minimal);

        UserData()
            .Should()
            .Contain("""name: '${data.aws_eks_cluster.Cluster.id}'\n""")
            .And.Contain("""apiServerEndpoint: '${data.aws_eks_cluster.Cluster.endpoint}'\n""")
            .And.Contain("""certificateAuthority: '${data.aws_eks_cluster.Cluster.certificate_authority[0].data}'\n""")
            .And.Contain(
                "cidr: '${coalesce(data.aws_eks_cluster.Cluster.kubernetes_network_config[0].service_ipv6_cidr, "
                    + "data.aws_eks_cluster.Cluster.kubernetes_network_config[0].service_ipv4_cidr)}'\\n"
            );
    }

    [Fact]
    public void Graviton_nodes_have_their_own_image()
    {
        _ = new SelfManagedNodeGroup(Stack, "NodeGroup", Minimal with { Architecture = NodeArchitecture.Arm64, InstanceType = "m7g.large" });

        Synthesize()
            .Should()
            .HaveData(
                "aws_ssm_parameter",
                """
                {
                  "name": "/aws/service/eks/optimized-ami/1.33/amazon-linux-2023/arm64/standard/recommended/image_id"
                }
                """
            );
    }

    [Fact]
    public void Its_nodes_have_an_access_entry_before_they_start()
    {
        _ = new SelfManagedNodeGroup(Stack, "NodeGroup", Minimal);

        var synthesized = Synthesize();
        synthesized.Should().HaveResource("aws_eks_access_entry", """{ "type": "EC2_LINUX" }""");
        synthesized.Resource("aws_autoscaling_group")["depends_on"]!
            .AsArray()
            .Select(dependency => dependency!.GetValue<string>())
            .Should()
            .Contain(dependency => dependency.StartsWith("aws_eks_access_entry."))
            .And.Contain(dependency => dependency.StartsWith("aws_iam_role_policy_attachment."));
    }

    [Fact]
    public void Tags_are_those_of_the_group_its_instances_and_their_disks()
    {
        _ = new SelfManagedNodeGroup(Stack, "NodeGroup", Minimal with { Tags = new Dictionary<string, string> { ["team"] = "web" } });

        var synthesized = Synthesize();
        synthesized.Resource("aws_autoscaling_group")["tag"]!.ToJsonString().Should().Contain("""{"key":"team","propagate_at_launch":true,"value":"web"}""");
        synthesized
            .Should()
            .HaveResource(
                "aws_launch_template",
                """
                {
                  "tag_specifications": [{ "resource_type": "volume", "tags": { "team": "web" } }]
                }
                """
            );
    }

    [Fact]
    public void Disk_and_role_are_the_users_choice()
    {
        _ = new SelfManagedNodeGroup(
            Stack,
            "NodeGroup",
            Minimal with
            {
                DiskSize = 100,
                RoleSettings = new RoleSettings { Path = "/platform/" },
            }
        );

        var synthesized = Synthesize();
        synthesized.Should().HaveResource("aws_launch_template", """{ "block_device_mappings": [{ "ebs": { "volume_size": 100 } }] }""");
        synthesized.Should().HaveResource("aws_iam_role", """{ "path": "/platform/" }""");
        synthesized.Should().HaveResource("aws_iam_instance_profile", """{ "path": "/platform/" }""");
    }

    [Fact]
    public void Fails_when_the_version_is_not_valid() =>
        Define(Minimal with { KubernetesVersion = "latest" })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/NodeGroup: 'KubernetesVersion' must be a version of Kubernetes such as '1.36', got 'latest'");

    [Fact]
    public void Fails_when_there_is_no_subnet() =>
        Define(Minimal with { SubnetIds = [] })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/NodeGroup: 'SubnetIds' must have at least 1 entry, got 0");

    [Fact]
    public void Fails_when_the_disk_has_no_size() =>
        Define(Minimal with { DiskSize = 0 })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/NodeGroup: 'DiskSize' must be between 1 and 16384, got 0");

    [Fact]
    public void Fails_when_the_arn_of_a_target_group_is_not_valid() =>
        Define(Minimal with { TargetGroupArns = ["blue"] })
            .Should()
            .Throw<ConstructException>()
            .WithMessage(
                "stack/NodeGroup: 'TargetGroupArns' must be the ARN of a target group, "
                    + "'arn:<partition>:elasticloadbalancing:<region>:<account>:targetgroup/<name>/<id>', got 'blue'"
            );

    private Func<SelfManagedNodeGroup> Define(SelfManagedNodeGroupProps props) => () => new SelfManagedNodeGroup(Stack, "NodeGroup", props);

    private string UserData() => Synthesize().Resource("aws_launch_template")["user_data"]!.GetValue<string>();
}
