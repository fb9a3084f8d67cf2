using FluentAssertions;
using Mooring.Clusters;
using Mooring.Errors;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.Clusters;

public class AccessEntryTests : ConstructTest
{
    private static readonly AccessPolicy s_view = new() { PolicyName = "AmazonEKSViewPolicy" };

    private static AccessEntryProps Minimal => new() { Cluster = new KnownCluster(), PrincipalArn = "arn:aws:iam::111122223333:role/developers" };

    [Fact]
    public void An_entry_needs_a_cluster_and_a_principal()
    {
        _ = new AccessEntry(Stack, "Developers", Minimal);

        VerifySnapshot("Clusters/AccessEntry.Minimal");
    }

    [Fact]
    public void A_policy_applies_to_the_whole_cluster_by_default()
    {
        _ = new AccessEntry(Stack, "Developers", Minimal with { Policies = [s_view] });

        var synthesized = Synthesize();
        var association = synthesized.Resource("aws_eks_access_policy_association");
        association["policy_arn"]!.GetValue<string>().Should().EndWith(":eks::aws:cluster-access-policy/AmazonEKSViewPolicy");
        synthesized
            .Should()
            .HaveResource(
                "aws_eks_access_policy_association",
                """
                {
                  "access_scope": { "type": "cluster" },
                  "depends_on": ["aws_eks_access_entry.Developers"]
                }
                """
            );
    }

    [Fact]
    public void A_policy_can_be_limited_to_namespaces()
    {
        _ = new AccessEntry(Stack, "Developers", Minimal with { Policies = [s_view with { Namespaces = ["web", "team-*"] }] });

        Synthesize()
            .Should()
            .HaveResource(
                "aws_eks_access_policy_association",
                """
                {
                  "access_scope": { "namespaces": ["web", "team-*"], "type": "namespace" }
                }
                """
            );
    }

    [Fact]
    public void Groups_and_tags_are_the_users_choice()
    {
        _ = new AccessEntry(
            Stack,
            "Developers",
            Minimal with
            {
                KubernetesGroups = ["developers"],
                Tags = new Dictionary<string, string> { ["team"] = "web" },
            }
        );

        Synthesize().Should().HaveResource("aws_eks_access_entry", """{ "kubernetes_groups": ["developers"], "tags": { "team": "web" } }""");
    }

    [Fact]
    public void Nodes_have_entries_too()
    {
        _ = new AccessEntry(Stack, "Nodes", Minimal with { Type = AccessEntryType.Ec2Linux });

        Synthesize().Should().HaveResource("aws_eks_access_entry", """{ "type": "EC2_LINUX" }""");
    }

    [Fact]
    public void Fails_when_a_group_is_reserved_by_kubernetes() =>
        Define(Minimal with { KubernetesGroups = ["system:masters"] })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Developers: 'KubernetesGroups' must not be empty or begin with 'system:', got 'system:masters'");

    [Fact]
    public void Fails_when_nodes_are_in_a_group() =>
        Define(Minimal with { Type = AccessEntryType.Ec2Linux, KubernetesGroups = ["nodes"] })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Developers: 'KubernetesGroups' must be empty for type EC2_LINUX, got 'nodes'");

    [Fact]
    public void Fails_when_nodes_have_a_policy() =>
        Define(Minimal with { Type = AccessEntryType.FargateLinux, Policies = [s_view] })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Developers: 'Policies' must be empty for type FARGATE_LINUX, got 'AmazonEKSViewPolicy'");

    [Fact]
    public void Fails_when_a_policy_is_listed_twice() =>
        Define(Minimal with { Policies = [s_view, s_view with { Namespaces = ["web"] }] })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Developers: 'Policies' must not have a policy twice, got 'AmazonEKSViewPolicy'");

    [Fact]
    public void Fails_when_a_policy_is_given_by_its_arn() =>
        Define(Minimal with { Policies = [new AccessPolicy { PolicyName = "eks::aws:cluster-access-policy/AmazonEKSViewPolicy" }] })
            .Should()
            .Throw<ConstructException>()
            .WithMessage(
                "stack/Developers: 'Policies' must be the name of an access policy such as 'AmazonEKSViewPolicy', got "
                    + "'eks::aws:cluster-access-policy/AmazonEKSViewPolicy'"
            );

    [Fact]
    public void Fails_when_a_namespace_is_not_valid() =>
        Define(Minimal with { Policies = [s_view with { Namespaces = ["*-web"] }] })
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Developers: 'Namespaces' must be namespaces, where '*' at the end matches any suffix, got '*-web'");

    [Fact]
    public void Fails_when_the_principal_is_a_session() =>
        Define(Minimal with { PrincipalArn = "arn:aws:sts::111122223333:assumed-role/developers/me" })
            .Should()
            .Throw<ConstructException>()
            .WithMessage(
                "stack/Developers: 'PrincipalArn' must be the ARN of an IAM role or user, 'arn:<partition>:iam::<account>:role/<name>', got "
                    + "'arn:aws:sts::111122223333:assumed-role/developers/me'"
            );

    private Func<AccessEntry> Define(AccessEntryProps props) => () => new AccessEntry(Stack, "Developers", props);
}
