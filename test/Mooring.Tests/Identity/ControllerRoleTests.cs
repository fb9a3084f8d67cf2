using System.Text.Json.Nodes;
using FluentAssertions;
using Mooring.Errors;
using Mooring.Iam;
using Mooring.Identity;
using Mooring.TestKit.Constructs;
using Mooring.Tests.Clusters;
using Xunit;

namespace Mooring.Tests.Identity;

public class ControllerRoleTests : ConstructTest
{
    private const string Blue = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/blue/73e2d6bc24d8a067";

    private static ControllerRoleProps Minimal =>
        new()
        {
            RoleName = "blue-aws-lb-controller",
            OidcProvider = new KnownOidcProvider(),
            Permissions = new ControllerPermissions { TargetGroupArns = [Blue] },
        };

    [Fact]
    public void The_controllers_role_needs_a_name_a_provider_and_target_groups()
    {
        _ = new ControllerRole(Stack, "ControllerRole", Minimal);

        VerifySnapshot("Identity/ControllerRole.Minimal");
    }

    [Fact]
    public void Pod_identity_needs_the_cluster_and_no_provider()
    {
        _ = new ControllerRole(
            Stack,
            "ControllerRole",
            Minimal with
            {
                Identity = WorkloadIdentity.PodIdentity,
                OidcProvider = null,
                Cluster = new KnownCluster(),
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_eks_pod_identity_association",
                """
                {
                  "cluster_name": "blue",
                  "namespace": "aws-lb-controller",
                  "service_account": "aws-lb-controller",
                  "role_arn": "${aws_iam_role.ControllerRole.arn}"
                }
                """
            );
    }

    [Fact]
    public void Another_identity_changes_the_role_in_place()
    {
        _ = new ControllerRole(Stack, "ControllerRole", Minimal);
        var irsa = Addresses(Synthesize());

        var other = new ControllerRoleTests();
        _ = new ControllerRole(other.Stack, "ControllerRole", Minimal with { Identity = WorkloadIdentity.PodIdentity, Cluster = new KnownCluster() });
        var podIdentity = Addresses(other.Synthesize());

        podIdentity.Should().Equal(irsa);
        irsa.Should().Contain("aws_iam_role.ControllerRole");
    }

    [Fact]
    public void Its_policy_has_the_given_permissions()
    {
        var permissions = new ControllerPermissions
        {
            Profile = ControllerPolicyProfile.Strict,
            TargetGroupArns = [Blue],
            NetworkingClusterName = "blue",
        };
        _ = new ControllerRole(Stack, "ControllerRole", Minimal with { Permissions = permissions });

        Policy(Synthesize()).Should().Be(ControllerPolicy.Of(permissions));
    }

    [Fact]
    public void Target_groups_can_be_tokens()
    {
        var group = new HashiCorp.Cdktf.TerraformVariable(Stack, "target_group", new HashiCorp.Cdktf.TerraformVariableConfig { Type = "string" });
        _ = new ControllerRole(Stack, "ControllerRole", Minimal with { Permissions = new ControllerPermissions { TargetGroupArns = [group.StringValue] } });

        JsonNode.Parse(Policy(Synthesize()))!["Statement"]![1]!["Resource"]!.ToJsonString().Should().Be("""["${var.target_group}"]""");
    }

    [Fact]
    public void Settings_of_the_organization_are_applied()
    {
        _ = new ControllerRole(Stack, "ControllerRole", Minimal with { Settings = new RoleSettings { Path = "/platform/" } });

        Synthesize().Should().HaveResource("aws_iam_role", """{ "path": "/platform/" }""");
    }

    [Fact]
    public void Fails_when_no_target_group_is_named()
    {
        var define = () => new ControllerRole(Stack, "ControllerRole", Minimal with { Permissions = new ControllerPermissions() });

        define
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/ControllerRole: 'TargetGroupArns' is required for profile 'scoped': the controller may write to no other target group");
    }

    [Theory]
    [InlineData(WorkloadIdentity.Irsa, "'OidcProvider' is required for identity 'irsa'")]
    [InlineData(WorkloadIdentity.PodIdentity, "'Cluster' is required for identity 'podIdentity'")]
    public void Fails_when_the_identity_lacks_what_it_needs(WorkloadIdentity identity, string fault)
    {
        var define = () => new ControllerRole(Stack, "ControllerRole", Minimal with { Identity = identity, OidcProvider = null });

        define.Should().Throw<ConstructException>().WithMessage($"stack/ControllerRole: {fault}");
    }

    private static string Policy(TerraformJson synthesized) => synthesized.Resource("aws_iam_role_policy")["policy"]!.GetValue<string>();

    private static IEnumerable<string> Addresses(TerraformJson synthesized) =>
        [
            .. synthesized.Resources("aws_iam_role").Keys.Select(name => $"aws_iam_role.{name}"),
            .. synthesized.Resources("aws_iam_role_policy").Keys.Select(name => $"aws_iam_role_policy.{name}"),
        ];
}
