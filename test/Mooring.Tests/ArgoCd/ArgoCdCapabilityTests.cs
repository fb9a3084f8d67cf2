using FluentAssertions;
using Mooring.ArgoCd;
using Mooring.Errors;
using Mooring.TestKit.Constructs;
using Mooring.Tests.Clusters;
using Xunit;

namespace Mooring.Tests.ArgoCd;

public class ArgoCdCapabilityTests : ConstructTest
{
    private const string User = "83d4a8b2-1011-70ab-9f3e-5c6d7e8f9a0b";
    private const string Group = "93d4a8b2-2022-70ab-9f3e-5c6d7e8f9a0b";

    private static ArgoCdCapabilityProps Minimal =>
        new()
        {
            Cluster = new KnownCluster(),
            RoleName = "root-argocd-capability",
            IdentityCenterArn = "arn:aws:sso:::instance/ssoins-1234567890abcdef",
            IdentityCenterRegion = "eu-west-1",
        };

    [Fact]
    public void Eks_runs_argo_cd_with_a_role_of_its_own()
    {
        _ = new ArgoCdCapability(Stack, "Capability", Minimal);

        VerifySnapshot("ArgoCd/ArgoCdCapability.Minimal");
    }

    [Fact]
    public void A_role_that_exists_is_not_created()
    {
        const string role = "arn:aws:iam::111122223333:role/argocd-capability";

        var capability = new ArgoCdCapability(Stack, "Capability", Minimal with { RoleName = null, RoleArn = role });

        capability.RoleArn.Should().Be(role);
        var stack = Synthesize();
        stack.Resources("aws_iam_role").Should().BeEmpty();
        stack.Should().HaveResource("aws_eks_capability", $$"""{ "role_arn": "{{role}}" }""");
    }

    [Fact]
    public void Users_and_groups_have_the_roles_of_argo_cd()
    {
        _ = new ArgoCdCapability(
            Stack,
            "Capability",
            Minimal with
            {
                Admins = new ArgoCdMembers { GroupIds = [Group] },
                Viewers = new ArgoCdMembers { UserIds = [User], GroupIds = [Group] },
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_eks_capability",
                $$"""
                {
                  "configuration": [{
                    "argo_cd": [{
                      "rbac_role_mapping": [
                        { "role": "ADMIN", "identity": [{ "id": "{{Group}}", "type": "SSO_GROUP" }] },
                        { "role": "VIEWER", "identity": [{ "id": "{{User}}", "type": "SSO_USER" }, { "id": "{{Group}}", "type": "SSO_GROUP" }] }
                      ]
                    }]
                  }]
                }
                """
            );
    }

    [Fact]
    public void Its_server_can_be_reached_through_vpc_endpoints_alone()
    {
        _ = new ArgoCdCapability(Stack, "Capability", Minimal with { VpcEndpointIds = ["vpce-0a1b2c3d4e5f60718"], Namespace = "gitops" });

        Synthesize()
            .Should()
            .HaveResource(
                "aws_eks_capability",
                """
                {
                  "configuration": [{ "argo_cd": [{ "namespace": "gitops", "network_access": [{ "vpce_ids": ["vpce-0a1b2c3d4e5f60718"] }] }] }]
                }
                """
            );
    }

    [Fact]
    public void The_access_of_its_role_comes_after_it_and_follows_it()
    {
        var capability = new ArgoCdCapability(Stack, "Capability", Minimal);
        _ = new CapabilityAccess(
            Stack,
            "Access",
            new CapabilityAccessProps
            {
                Cluster = new KnownCluster(),
                CapabilityRoleArn = capability.RoleArn,
                Capability = capability,
                CreateAccessEntry = false,
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_eks_access_policy_association",
                """
                {
                  "depends_on": ["aws_eks_capability.Capability"],
                  "lifecycle": { "replace_triggered_by": ["aws_eks_capability.Capability.arn"] }
                }
                """
            );
    }

    [Fact]
    public void Fails_when_it_has_no_role_or_two()
    {
        const string message = "'RoleArn' must be left out with 'RoleName', and is required without it";

        Failing(Minimal with { RoleName = null }).Should().Throw<ConstructException>().WithMessage($"stack/Capability: {message}");
        Failing(Minimal with { RoleArn = "arn:aws:iam::111122223333:role/argocd" }, "Two")
            .Should()
            .Throw<ConstructException>()
            .WithMessage($"stack/Two: {message}");
    }

    [Fact]
    public void Fails_when_a_property_is_outside_the_limits_of_eks()
    {
        Failing(Minimal with { CapabilityName = "argo cd" })
            .Should()
            .Throw<ConstructException>()
            .WithMessage(
                "stack/Capability: 'CapabilityName' must be 1 to 100 letters, digits, hyphens and underscores, a letter or digit first, got 'argo cd'"
            );
        Failing(Minimal with { VpcEndpointIds = ["vpc-1"] }, "Endpoints")
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Endpoints: 'VpcEndpointIds' must be 'vpce-' and 8 or 17 hexadecimal digits, got 'vpc-1'");
        Failing(Minimal with { Editors = new ArgoCdMembers { UserIds = [User, User] } }, "Editors")
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Editors: 'Editors' must not have an entry twice");
    }

    private Action Failing(ArgoCdCapabilityProps props, string id = "Capability") => () => _ = new ArgoCdCapability(Stack, id, props);
}
