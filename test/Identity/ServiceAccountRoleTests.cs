using FluentAssertions;
using Mooring.Identity;
using Mooring.Tests.Synthesis;
using Xunit;

namespace Mooring.Tests.Identity;

public class ServiceAccountRoleTests : ConstructTest
{
    private static ServiceAccountRoleProps Minimal => new()
    {
        RoleName = "blue-reader",
        OidcProvider = new KnownOidcProvider(),
        ServiceAccounts = [new ServiceAccount("apps", "reader")],
        PolicyJson = """{"Version":"2012-10-17","Statement":[]}""",
    };

    [Fact]
    public void A_role_needs_a_name_a_provider_a_service_account_and_a_policy()
    {
        _ = new ServiceAccountRole(Stack, "Role", Minimal);

        VerifySnapshot("Identity/ServiceAccountRole.Minimal");
    }

    [Fact]
    public void Several_service_accounts_can_share_a_role()
    {
        _ = new ServiceAccountRole(Stack, "Role", Minimal with { ServiceAccounts = [new("apps", "reader"), new("jobs", "reader")] });

        Synthesize().Data("aws_iam_policy_document")["statement"]![0]!["condition"]![0]!["values"]!.ToJsonString()
            .Should().Be("""["system:serviceaccount:apps:reader","system:serviceaccount:jobs:reader"]""");
    }

    [Fact]
    public void Fails_when_the_name_is_longer_than_iam_allows()
    {
        var define = () => new ServiceAccountRole(Stack, "Role", Minimal with { RoleName = new string('a', 65) });

        define.Should().Throw<ArgumentException>().WithMessage($"'RoleName' must be 1 to 64 letters, digits and '_+=,.@-', got '{new string('a', 65)}' (65 characters)");
    }
}
