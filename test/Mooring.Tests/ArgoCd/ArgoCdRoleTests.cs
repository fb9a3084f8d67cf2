using FluentAssertions;
using Mooring.ArgoCd;
using Mooring.Errors;
using Mooring.TestKit.Constructs;
using Mooring.Tests.Identity;
using Xunit;

namespace Mooring.Tests.ArgoCd;

public class ArgoCdRoleTests : ConstructTest
{
    private static ArgoCdRoleProps Minimal => new() { RoleName = "root-argocd", OidcProvider = new KnownOidcProvider() };

    [Fact]
    public void Argo_cd_has_no_permissions_but_those_that_clusters_roles_give_it()
    {
        _ = new ArgoCdRole(Stack, "ArgoCdRole", Minimal);

        VerifySnapshot("ArgoCd/ArgoCdRole.Minimal");
    }

    [Fact]
    public void Argo_cd_may_assume_roles_of_other_accounts_that_are_named()
    {
        const string other = "arn:aws:iam::444455556666:role/teams/green-argocd-access";

        _ = new ArgoCdRole(Stack, "ArgoCdRole", Minimal with { AccessRoleArns = [other] });

        Synthesize().Resource("aws_iam_role_policy")["policy"]!
            .GetValue<string>()
            .Should()
            .Be($$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":["{{other}}"]}]}""");
    }

    [Fact]
    public void Fails_when_a_role_of_another_account_is_a_pattern()
    {
        var define = () => new ArgoCdRole(Stack, "ArgoCdRole", Minimal with { AccessRoleArns = ["arn:aws:iam::444455556666:role/*-argocd-access"] });

        define.Should().Throw<ConstructException>().WithMessage("stack/ArgoCdRole: 'AccessRoleArns' must be the ARN of an IAM role, *");
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
