using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.Errors;
using Mooring.Identity;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.Identity;

public class CrossAccountRoleTests : ConstructTest
{
    private static CrossAccountRoleProps Minimal =>
        new()
        {
            RoleName = "shop-targets",
            ControllerRoleArns = ["arn:aws:iam::444455556666:role/blue-aws-lb-controller"],
            ExternalId = "shop",
            TargetGroupArns = ["arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/blue/73e2d6bc24d8a067"],
        };

    [Fact]
    public void The_other_side_needs_a_name_controllers_an_external_id_and_target_groups()
    {
        _ = new CrossAccountRole(Stack, "Targets", Minimal);

        VerifySnapshot("Identity/CrossAccountRole.Minimal");
    }

    [Fact]
    public void A_controller_must_show_the_external_id()
    {
        _ = new CrossAccountRole(Stack, "Targets", Minimal);

        Synthesize()
            .Should()
            .HaveData(
                "aws_iam_policy_document",
                """
                {
                  "statement": [
                    {
                      "principals": [{ "type": "AWS", "identifiers": ["arn:aws:iam::444455556666:role/blue-aws-lb-controller"] }],
                      "condition": [{ "test": "StringEquals", "variable": "sts:ExternalId", "values": ["shop"] }]
                    }
                  ]
                }
                """
            );
    }

    [Fact]
    public void The_policy_profile_can_be_chosen()
    {
        _ = new CrossAccountRole(Stack, "Targets", Minimal with { Profile = ControllerPolicyProfile.Strict });

        JsonNode.Parse(Synthesize().Resource("aws_iam_role_policy")["policy"]!.GetValue<string>())!["Statement"]![1]!["Action"]!
            .ToJsonString()
            .Should()
            .Be("""["elasticloadbalancing:RegisterTargets","elasticloadbalancing:DeregisterTargets"]""");
    }

    [Fact]
    public void Fails_when_the_external_id_is_not_valid()
    {
        var define = () => new CrossAccountRole(Stack, "Targets", Minimal with { ExternalId = "s" });

        define
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Targets: 'ExternalId' must be 2 to 1224 letters, digits and '_+=,.@:/-', got 's' (1 characters)");
    }

    [Fact]
    public void Fails_when_no_principal_may_assume_it()
    {
        var define = () => new CrossAccountRole(Stack, "Targets", Minimal with { ControllerRoleArns = [] });

        define.Should().Throw<ConstructException>().WithMessage("stack/Targets: 'ControllerRoleArns' must have at least 1 entry, got 0");
    }

    [Fact]
    public void Fails_when_the_arn_of_a_controllers_role_is_not_valid()
    {
        var define = () => new CrossAccountRole(Stack, "Targets", Minimal with { ControllerRoleArns = ["*"] });

        define
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Targets: 'ControllerRoleArns' must be the ARN of an IAM role, 'arn:<partition>:iam::<account>:role/<name>', got '*'");
    }

    [Fact]
    public void Fails_when_no_target_group_is_named()
    {
        var define = () => new CrossAccountRole(Stack, "Targets", Minimal with { TargetGroupArns = [] });

        define
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Targets: 'TargetGroupArns' is required for profile 'scoped': the controller may write to no other target group");
    }
}
