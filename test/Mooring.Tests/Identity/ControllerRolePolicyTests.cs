using FluentAssertions;
using Mooring.Errors;
using Mooring.Identity;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.Identity;

public class ControllerRolePolicyTests : ConstructTest
{
    private static ControllerRolePolicyProps Minimal =>
        new()
        {
            RoleName = "their-aws-lb-controller",
            PolicyName = "shop-blue-aws-lb-controller",
            Permissions = new ControllerPermissions
            {
                TargetGroupArns = ["arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/blue/73e2d6bc24d8a067"],
            },
        };

    [Fact]
    public void The_role_of_a_controller_of_somebody_else_gets_a_policy()
    {
        _ = new ControllerRolePolicy(Stack, "ControllerRolePolicy", Minimal);

        VerifySnapshot("Identity/ControllerRolePolicy.Minimal");
    }

    [Fact]
    public void Fails_when_a_name_is_not_one_of_iam()
    {
        FluentActions
            .Invoking(() => new ControllerRolePolicy(Stack, "One", Minimal with { RoleName = "a/b" }))
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/One: 'RoleName' must be 1 to 64 letters, digits and '_+=,.@-', got 'a/b' (3 characters)");
        FluentActions
            .Invoking(() => new ControllerRolePolicy(Stack, "Two", Minimal with { PolicyName = "a/b" }))
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Two: 'PolicyName' must be 1 to 128 letters, digits and '_+=,.@-', got 'a/b' (3 characters)");
    }
}
