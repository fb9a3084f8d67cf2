using FluentAssertions;
using Mooring.Clusters;
using Mooring.Errors;
using Mooring.Iam;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.Clusters;

public class ClusterTests : ConstructTest
{
    private static ClusterProps Minimal =>
        new()
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

        Synthesize().Should().HaveResource("aws_eks_cluster", """{ "access_config": { "authentication_mode": "API" } }""");
    }

    [Fact]
    public void It_is_not_created_before_its_role_may_do_anything()
    {
        _ = new Cluster(Stack, "Cluster", Minimal);

        Synthesize().Resource("aws_eks_cluster")["depends_on"]!
            .AsArray()
            .Select(dependency => dependency!.GetValue<string>())
            .Should()
            .ContainSingle(dependency => dependency.StartsWith("aws_iam_role_policy_attachment."));
    }

    [Fact]
    public void The_version_of_kubernetes_is_the_users_choice()
    {
        _ = new Cluster(Stack, "Cluster", Minimal with { Version = "1.33" });

        Synthesize().Should().HaveResource("aws_eks_cluster", """{ "version": "1.33" }""");
    }

    [Theory]
    [InlineData("-blue")]
    [InlineData("blue green")]
    [InlineData("")]
    public void Fails_when_eks_would_refuse_the_name(string name)
    {
        var define = () => new Cluster(Stack, "Cluster", Minimal with { ClusterName = name });

        define
            .Should()
            .Throw<ConstructException>()
            .WithMessage($"stack/Cluster: 'ClusterName' must be 1 to 100 letters, digits, hyphens and underscores, a letter or digit first, got '{name}'");
    }

    [Fact]
    public void Fails_when_all_its_subnets_could_be_in_one_zone()
    {
        var define = () => new Cluster(Stack, "Cluster", Minimal with { SubnetIds = ["subnet-0cc33333333333333"] });

        define.Should().Throw<ConstructException>().WithMessage("stack/Cluster: 'SubnetIds' must have at least 2 entries, got 1");
    }

    [Fact]
    public void The_public_endpoint_can_be_disabled()
    {
        _ = new Cluster(Stack, "Cluster", Minimal with { EndpointAccess = new EndpointAccess { PublicAccess = false } });

        Synthesize().Should().HaveResource("aws_eks_cluster", """{ "vpc_config": { "endpoint_private_access": true, "endpoint_public_access": false } }""");
    }

    [Fact]
    public void The_public_endpoint_can_be_restricted_to_cidr_blocks()
    {
        _ = new Cluster(Stack, "Cluster", Minimal with { EndpointAccess = new EndpointAccess { PublicCidrs = ["192.0.2.0/24"] } });

        Synthesize().Should().HaveResource("aws_eks_cluster", """{ "vpc_config": { "public_access_cidrs": ["192.0.2.0/24"] } }""");
    }

    [Fact]
    public void Secrets_are_encrypted_with_a_key_of_the_users_choice()
    {
        _ = new Cluster(Stack, "Cluster", Minimal with { EncryptionKeyArn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" });

        Synthesize()
            .Should()
            .HaveResource(
                "aws_eks_cluster",
                """
                {
                  "encryption_config": {
                    "provider": { "key_arn": "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" },
                    "resources": ["secrets"]
                  }
                }
                """
            );
    }

    [Fact]
    public void The_logs_of_the_control_plane_are_the_users_choice()
    {
        _ = new Cluster(Stack, "Cluster", Minimal with { LogTypes = [ClusterLogType.Audit, ClusterLogType.ControllerManager] });

        Synthesize().Should().HaveResource("aws_eks_cluster", """{ "enabled_cluster_log_types": ["audit", "controllerManager"] }""");
    }

    [Theory]
    [InlineData(AuthenticationMode.ApiAndConfigMap, "API_AND_CONFIG_MAP")]
    [InlineData(AuthenticationMode.ConfigMap, "CONFIG_MAP")]
    public void A_cluster_can_use_the_aws_auth_config_map(AuthenticationMode mode, string word)
    {
        _ = new Cluster(Stack, "Cluster", Minimal with { AuthenticationMode = mode });

        Synthesize().Should().HaveResource("aws_eks_cluster", $$"""{ "access_config": { "authentication_mode": "{{word}}" } }""");
    }

    [Fact]
    public void It_has_tags_and_its_role_has_the_settings_of_the_organization()
    {
        _ = new Cluster(
            Stack,
            "Cluster",
            Minimal with
            {
                Tags = new Dictionary<string, string> { ["team"] = "platform" },
                RoleSettings = new RoleSettings { Path = "/platform/" },
            }
        );

        var synthesized = Synthesize();
        synthesized.Should().HaveResource("aws_eks_cluster", """{ "tags": { "team": "platform" } }""");
        synthesized.Should().HaveResource("aws_iam_role", """{ "path": "/platform/" }""");
    }

    [Fact]
    public void It_has_the_outputs_that_other_constructs_need()
    {
        ClusterFacts.Output(Stack, new Cluster(Stack, "Cluster", Minimal));

        Synthesize()
            .Output("facts")
            .AsArray()
            .Select(fact => fact!.GetValue<string>())
            .Should()
            .Equal(
                "${aws_eks_cluster.Cluster.name}",
                "${aws_eks_cluster.Cluster.arn}",
                "${aws_eks_cluster.Cluster.endpoint}",
                "${aws_eks_cluster.Cluster.certificate_authority[0].data}",
                "${aws_eks_cluster.Cluster.vpc_config[0].cluster_security_group_id}",
                "${aws_eks_cluster.Cluster.kubernetes_network_config[0].service_ipv4_cidr}",
                "${aws_eks_cluster.Cluster.identity[0].oidc[0].issuer}"
            );
    }

    [Theory]
    [InlineData("1.33.1")]
    [InlineData("v1.33")]
    [InlineData("latest")]
    public void Fails_when_the_version_is_not_valid(string version) =>
        Define(Minimal with { Version = version })
            .Should()
            .Throw<ConstructException>()
            .WithMessage($"stack/Cluster: 'Version' must be a version of Kubernetes such as '1.36', got '{version}'");

    [Fact]
    public void Fails_when_the_api_server_has_no_endpoint_access() =>
        Define(
                Minimal with
                {
                    EndpointAccess = new EndpointAccess { PrivateAccess = false, PublicAccess = false },
                }
            )
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Cluster: 'EndpointAccess' must be private, public or both, got neither");

    [Fact]
    public void Fails_when_cidr_blocks_are_given_without_public_access() =>
        Define(
                Minimal with
                {
                    EndpointAccess = new EndpointAccess { PublicAccess = false, PublicCidrs = ["192.0.2.0/24"] },
                }
            )
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Cluster: 'PublicCidrs' must be empty without public access, got '192.0.2.0/24'");

    [Fact]
    public void Fails_when_a_cidr_block_is_not_valid() =>
        Define(Minimal with { EndpointAccess = new EndpointAccess { PublicCidrs = ["192.0.2.1/24"] } })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Cluster: 'PublicCidrs' must be a CIDR block such as '10.0.0.0/8' or '2001:db8::/32', got '192.0.2.1/24'");

    [Fact]
    public void Fails_when_the_key_is_an_alias() =>
        Define(Minimal with { EncryptionKeyArn = "alias/eks" })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Cluster: 'EncryptionKeyArn' must be the ARN of a KMS key, 'arn:<partition>:kms:<region>:<account>:key/<id>', got 'alias/eks'");

    [Fact]
    public void Fails_when_a_tag_is_reserved_by_aws() =>
        Define(Minimal with { Tags = new Dictionary<string, string> { ["aws:team"] = "platform" } })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Cluster: 'Tags' must not have a key that begins with 'aws:', got 'aws:team'");

    private Func<Cluster> Define(ClusterProps props) => () => new Cluster(Stack, "Cluster", props);
}
