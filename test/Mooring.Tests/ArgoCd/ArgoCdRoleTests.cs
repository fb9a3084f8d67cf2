using FluentAssertions;
using Mooring.ArgoCd;
using Mooring.TestKit.Constructs;
using Mooring.Tests.Identity;
using Xunit;

namespace Mooring.Tests.ArgoCd;

public class ArgoCdRoleTests : ConstructTest
{
    private static ArgoCdRoleProps Minimal =>
        new()
        {
            RoleName = "root-argocd",
            OidcProvider = new KnownOidcProvider(),
            AccessRoleNamePattern = "*-argocd-access",
        };

    [Fact]
    public void Argo_cd_may_assume_the_roles_of_the_clusters_and_do_nothing_else()
    {
        _ = new ArgoCdRole(Stack, "ArgoCdRole", Minimal);

        VerifySnapshot("ArgoCd/ArgoCdRole.Minimal");
    }

    [Fact]
    public void Argo_cd_can_run_in_another_namespace()
    {
        _ = new ArgoCdRole(Stack, "ArgoCdRole", Minimal with { Namespace = "gitops" });

        Synthesize().Data("aws_iam_policy_document", "ArgoCdRole_Trust")["statement"]![0]!["condition"]![0]!["values"]!
            .AsArray()
            .Select(value => value!.GetValue<string>())
            .Should()
            .Equal(
                "system:serviceaccount:gitops:argocd-application-controller",
                "system:serviceaccount:gitops:argocd-applicationset-controller",
                "system:serviceaccount:gitops:argocd-server"
            );
    }
}
