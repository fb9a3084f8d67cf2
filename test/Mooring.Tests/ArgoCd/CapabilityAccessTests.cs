using FluentAssertions;
using Mooring.ArgoCd;
using Mooring.TestKit.Constructs;
using Mooring.Tests.Clusters;
using Xunit;

namespace Mooring.Tests.ArgoCd;

public class CapabilityAccessTests : ConstructTest
{
    private static CapabilityAccessProps Minimal =>
        new() { Cluster = new KnownCluster(), CapabilityRoleArn = "arn:aws:iam::111122223333:role/argocd-capability" };

    [Fact]
    public void The_role_of_the_capability_becomes_an_administrator_of_the_cluster()
    {
        _ = new CapabilityAccess(Stack, "Access", Minimal);

        VerifySnapshot("ArgoCd/CapabilityAccess.Minimal");
    }

    [Fact]
    public void In_its_own_cluster_eks_creates_the_access_entry_of_the_capability()
    {
        _ = new CapabilityAccess(Stack, "Access", Minimal with { CreateAccessEntry = false });

        var stack = Synthesize();
        stack.Resources("aws_eks_access_entry").Should().BeEmpty();
        stack.Should().HaveResource("aws_eks_access_policy_association", """{ "depends_on": null }""");
    }

    [Fact]
    public void The_capability_can_have_fewer_permissions_than_administrator()
    {
        _ = new CapabilityAccess(Stack, "Access", Minimal with { AccessPolicy = ClusterAccessPolicy.Admin });

        Synthesize().Resource("aws_eks_access_policy_association")["policy_arn"]!
            .GetValue<string>()
            .Should()
            .EndWith(":eks::aws:cluster-access-policy/AmazonEKSAdminPolicy");
    }
}
