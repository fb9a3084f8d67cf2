using FluentAssertions;
using Mooring.TestKit.Fleets;
using Xunit;

namespace Mooring.Tests.Fleet.Checks;

/// <summary>The EKS Capability for Argo CD that Terraform creates, and changes of it that AWS or its provider refuses.</summary>
public class CapabilityChecksTests
{
    private const string ArgoCd = "argoCd:\n";
    private const string Role = "  capabilityRole: arn:aws:iam::111122223333:role/one\n";
    private const string Instance = "identityCenter: { instance: arn:aws:sso:::instance/ssoins-1234567890abcdef }";
    private const string Capability = "  capability: { " + Instance + " }\n";
    private const string Page = "see docs/argocd-capability.md";

    [Fact]
    public void It_belongs_to_a_cluster_of_the_fleet() =>
        SmallFleet
            .FaultsWith((ArgoCd, ArgoCd + "  existing: true\n" + Capability + Role), ("  cluster: root\n", "  cluster: hub\n"))
            .Should()
            .EndWith("argoCd.capability must be left out with 'existing: true': the capability belongs to a cluster of another fleet");

    [Fact]
    public void An_identity_is_not_named_twice() =>
        SmallFleet
            .FaultsWith(
                ArgoCd,
                ArgoCd + "  capability: { " + Instance + ", admins: { users: [83d4a8b2-1011-70ab-9f3e-5c6d7e8f9a0b, 83d4a8b2-1011-70ab-9f3e-5c6d7e8f9a0b] } }\n"
            )
            .Should()
            .EndWith("argoCd.capability.admins.users must not have an entry twice");

    [Fact]
    public void Its_role_has_an_access_entry_already() =>
        SmallFleet
            .FaultsWith(
                (ArgoCd, ArgoCd + Capability),
                ("  blue:\n", "  blue:\n    accessEntries: { x: { principal: 'arn:aws:iam::111122223333:role/root-argocd-capability' } }\n")
            )
            .Should()
            .Contain("clusters.blue.accessEntries.x.principal must be left out: the EKS capability for Argo CD has an access entry already");

    [Fact]
    public void A_capability_that_somebody_created_is_imported_before_terraform_manages_it() =>
        Change(Role, Role + Capability)
            .Should()
            .Be(
                "argoCd.capability must be left out until the capability that cluster 'root' has is imported: EKS refuses a second one; "
                    + $"{Page}#take-over-a-capability"
            );

    [Fact]
    public void A_capability_is_not_destroyed_under_the_role_that_argo_cd_has() =>
        Change(Role + Capability, Role)
            .Should()
            .Be(
                "argoCd.capabilityRole must have 'capability' beside it, as deployed: without it Terraform destroys the capability, and with it the access "
                    + $"entry of its role; {Page}#leave-a-capability"
            );

    [Fact]
    public void The_last_vpc_endpoint_stays_unless_the_capability_is_created_again()
    {
        const string confined = "  capability: { " + Instance + ", vpcEndpoints: [vpce-0a1b2c3d4e5f60718] }\n";

        Change(confined, Capability)
            .Should()
            .Be(
                "argoCd.capability.vpcEndpoints must have an endpoint, as deployed: the AWS provider cannot take the last one away; "
                    + $"{Page}#a-public-endpoint-again"
            );
        Change(confined, "  capability: { name: public, " + Instance + " }\n").Should().BeEmpty();
    }

    [Theory]
    [InlineData("", Capability)]
    [InlineData(Capability, "")]
    [InlineData(Capability, Capability + Role)]
    public void Argo_cd_goes_to_eks_and_back_and_a_capability_gets_another_role(string before, string after) => Change(before, after).Should().BeEmpty();

    private static string Change(string before, string after) =>
        string.Join(
            '\n',
            ChangeFaults
                .Of(SmallFleet.TextWith(ArgoCd, ArgoCd + before), SmallFleet.TextWith(ArgoCd, ArgoCd + after))
                .Select(fault => fault.ToString()[(fault.ToString().IndexOf("argoCd", StringComparison.Ordinal))..])
        );
}
