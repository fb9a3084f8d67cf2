using FluentAssertions;
using Mooring.Errors;
using Mooring.Identity;
using Mooring.TestKit.Constructs;
using Mooring.Tests.Clusters;
using Xunit;

namespace Mooring.Tests.Identity;

public class PodIdentityRoleTests : ConstructTest
{
    private static PodIdentityRoleProps Minimal =>
        new()
        {
            RoleName = "blue-reader",
            Cluster = new KnownCluster(),
            ServiceAccounts = [new ServiceAccount("apps", "reader")],
            PolicyJson = """{"Version":"2012-10-17","Statement":[]}""",
        };

    [Fact]
    public void A_role_needs_a_name_a_cluster_a_service_account_and_a_policy()
    {
        _ = new PodIdentityRole(Stack, "Role", Minimal);

        VerifySnapshot("Identity/PodIdentityRole.Minimal");
    }

    [Fact]
    public void Service_accounts_assume_a_shared_role_only_in_their_own_namespaces()
    {
        _ = new PodIdentityRole(Stack, "Role", Minimal with { ServiceAccounts = [new("apps", "reader"), new("apps", "writer"), new("jobs", "runner")] });

        var synthesized = Synthesize();
        synthesized.Data("aws_iam_policy_document")["statement"]!
            .AsArray()
            .Select(statement => string.Join(' ', statement!["condition"]!.AsArray().Skip(1).Select(condition => condition!["values"]!.ToJsonString())))
            .Should()
            .Equal("""["apps"] ["reader","writer"]""", """["jobs"] ["runner"]""");
        synthesized.Resources("aws_eks_pod_identity_association").Should().HaveCount(3);
    }

    [Fact]
    public void Accounts_whose_names_join_to_the_same_text_are_two()
    {
        _ = new PodIdentityRole(Stack, "Role", Minimal with { ServiceAccounts = [new("a-b", "c"), new("a", "b-c"), new("a", "b.c")] });

        Synthesize().Resources("aws_eks_pod_identity_association").Should().HaveCount(3);
    }

    [Fact]
    public void Fails_when_there_is_no_service_account()
    {
        var define = () => new PodIdentityRole(Stack, "Role", Minimal with { ServiceAccounts = [] });

        define.Should().Throw<ConstructException>().WithMessage("stack/Role: 'ServiceAccounts' must have at least 1 entry, got 0");
    }
}
