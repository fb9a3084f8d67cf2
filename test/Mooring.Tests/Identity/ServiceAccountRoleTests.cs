using FluentAssertions;
using Mooring.Errors;
using Mooring.Iam;
using Mooring.Identity;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.Identity;

public class ServiceAccountRoleTests : ConstructTest
{
    private static ServiceAccountRoleProps Minimal =>
        new()
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

        Synthesize()
            .Should()
            .HaveData(
                "aws_iam_policy_document",
                """
                {
                  "statement": [
                    {
                      "condition": [
                        { "values": ["system:serviceaccount:apps:reader", "system:serviceaccount:jobs:reader"] },
                        { "values": ["sts.amazonaws.com"] }
                      ]
                    }
                  ]
                }
                """
            );
    }

    [Fact]
    public void Fails_when_the_name_is_longer_than_iam_allows()
    {
        var define = () => new ServiceAccountRole(Stack, "Role", Minimal with { RoleName = new string('a', 65) });

        define
            .Should()
            .Throw<ConstructException>()
            .WithMessage($"stack/Role: 'RoleName' must be 1 to 64 letters, digits and '_+=,.@-', got '{new string('a', 65)}' (65 characters)");
    }

    [Fact]
    public void Settings_of_the_organization_are_applied()
    {
        _ = new ServiceAccountRole(Stack, "Role", Minimal with { Settings = new RoleSettings { MaxSessionDuration = TimeSpan.FromHours(2) } });

        Synthesize().Should().HaveResource("aws_iam_role", """{ "max_session_duration": 7200 }""");
    }

    [Fact]
    public void Fails_when_the_policy_is_longer_than_iam_allows()
    {
        var define = () => new ServiceAccountRole(Stack, "Role", Minimal with { PolicyJson = new string('x', 10241) });

        define
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/Role: 'PolicyJson' must have at most 10240 characters together, white space not counted, got 10241");
    }

    [Fact]
    public void Fails_when_it_trusts_more_service_accounts_than_a_policy_can_name()
    {
        var accounts = Enumerable.Range(1, 80).Select(number => new ServiceAccount("apps", $"reader-{number}")).ToArray();
        var define = () => new ServiceAccountRole(Stack, "Role", Minimal with { ServiceAccounts = accounts });

        define.Should().Throw<ConstructException>().WithMessage("stack/Role: 'TrustPolicy' must have at most 2048 characters, white space not counted, got *");
    }
}
