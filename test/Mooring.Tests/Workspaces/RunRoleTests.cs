using FluentAssertions;
using Mooring.TestKit.Constructs;
using Mooring.Workspaces;
using Xunit;

namespace Mooring.Tests.Workspaces;

public class RunRoleTests : ConstructTest
{
    private static readonly RunRoleProps s_props = new()
    {
        RoleName = "shop-terraform",
        Hostname = "app.terraform.io",
        Organization = "example",
        ProjectName = "shop",
        WorkspaceNames = ["shop-*"],
        PolicyArns = ["arn:aws:iam::aws:policy/AdministratorAccess"],
    };

    [Fact]
    public void Runs_of_the_workspaces_assume_it_with_their_tokens()
    {
        _ = new RunRole(Stack, "Role", s_props);

        VerifySnapshot("Workspaces/RunRole.Minimal");
    }

    /// <summary>Paths of policies differ where their parts in a row are the same text.</summary>
    [Fact]
    public void Policies_of_paths_that_look_alike_are_two()
    {
        const string policy = "arn:aws:iam::111122223333:policy";
        _ = new RunRole(Stack, "Role", s_props with { PolicyArns = [$"{policy}/a/b-c", $"{policy}/a-b/c"] });

        Synthesize().Resources("aws_iam_role_policy_attachment").Should().HaveCount(2);
    }

    [Fact]
    public void Fails_with_what_is_no_policy()
    {
        var define = () => _ = new RunRole(Stack, "Role", s_props with { PolicyArns = ["AdministratorAccess"] });

        define.Should().Throw<ArgumentException>().WithMessage("must be the ARN of a policy, got 'AdministratorAccess'*");
    }
}
