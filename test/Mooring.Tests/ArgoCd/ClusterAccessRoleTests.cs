using FluentAssertions;
using Mooring.ArgoCd;
using Mooring.Errors;
using Mooring.TestKit.Constructs;
using Mooring.Tests.Clusters;
using Mooring.Tests.Identity;
using Xunit;

namespace Mooring.Tests.ArgoCd;

public class ClusterAccessRoleTests : ConstructTest
{
    private static ClusterAccessRoleProps Minimal =>
        new()
        {
            RoleName = "blue-argocd-access",
            Cluster = new KnownCluster(),
            ArgoCdRoleArn = "arn:aws:iam::111122223333:role/root-argocd",
        };

    [Fact]
    public void Argo_cd_becomes_an_administrator_of_the_cluster()
    {
        _ = new ClusterAccessRole(Stack, "Access", Minimal);

        VerifySnapshot("ArgoCd/ClusterAccessRole.Minimal");
    }

    [Fact]
    public void The_role_of_a_cluster_trusts_argo_cds_role_and_nobody_else()
    {
        var argoCd = new ArgoCdRole(Stack, "ArgoCd", new ArgoCdRoleProps { RoleName = "root-argocd", OidcProvider = new KnownOidcProvider() });
        _ = new ClusterAccessRole(Stack, "Access", Minimal with { ArgoCdRoleArn = argoCd.RoleArn });

        var stack = Synthesize();
        var trust = stack.Data("aws_iam_policy_document", "Access_Trust")["statement"]!.AsArray().Should().ContainSingle().Subject!;
        trust["actions"]!.ToJsonString().Should().Be("""["sts:AssumeRole"]""");
        trust["principals"]!.ToJsonString().Should().Be("""[{"identifiers":["${aws_iam_role.ArgoCd.arn}"],"type":"AWS"}]""");
        stack.Should().NotHaveResource("aws_iam_role_policy");
    }

    [Fact]
    public void Argo_cd_is_confined_to_namespaces()
    {
        _ = new ClusterAccessRole(Stack, "Access", Minimal with { AccessPolicy = ClusterAccessPolicy.ClusterAdmin with { Namespaces = ["web", "team-*"] } });

        var association = Synthesize().Resource("aws_eks_access_policy_association");
        association["access_scope"]!.ToJsonString().Should().Be("""{"namespaces":["web","team-*"],"type":"namespace"}""");
        association["policy_arn"]!.GetValue<string>().Should().EndWith("/AmazonEKSClusterAdminPolicy");
    }

    [Fact]
    public void Fails_when_it_is_no_namespace_that_argo_cd_is_confined_to()
    {
        var define = () =>
            new ClusterAccessRole(Stack, "Access", Minimal with { AccessPolicy = ClusterAccessPolicy.ClusterAdmin with { Namespaces = ["Web"] } });

        define
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Access: 'AccessPolicy' must be namespaces, where '*' at the end matches any suffix, got 'Web'");
    }

    [Fact]
    public void Argo_cd_can_have_fewer_permissions_than_administrator()
    {
        _ = new ClusterAccessRole(Stack, "Access", Minimal with { AccessPolicy = ClusterAccessPolicy.Of("AmazonEKSEditPolicy") });

        Synthesize().Resource("aws_eks_access_policy_association")["policy_arn"]!
            .GetValue<string>()
            .Should()
            .EndWith(":eks::aws:cluster-access-policy/AmazonEKSEditPolicy");
    }

    [Fact]
    public void Fails_when_the_access_policy_is_an_arn()
    {
        var define = () =>
            new ClusterAccessRole(
                Stack,
                "Access",
                Minimal with
                {
                    AccessPolicy = ClusterAccessPolicy.Of("arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy"),
                }
            );

        define
            .Should()
            .Throw<ConstructException>()
            .WithMessage(
                "stack/Access: 'AccessPolicy' must be the name of an access policy such as 'AmazonEKSViewPolicy', got "
                    + "'arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy'"
            );
    }
}
