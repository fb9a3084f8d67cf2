using FluentAssertions;
using Mooring.StandIns.Remote;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>The keys of tags, which IAM compares without case. Every resource has the tag <c>fleet</c> from the provider.</summary>
public class IamTagsTests
{
    private readonly PretendedAws _aws = new();

    [Theory]
    [InlineData("aws_iam_role", """{ "name": "blue", "assume_role_policy": "{}", "tags": { "Fleet": "shop" } }""", true)]
    [InlineData("aws_iam_role", """{ "name": "blue", "assume_role_policy": "{}", "tags": { "fleet": "other", "Team": "web" } }""", false)]
    [InlineData("aws_iam_openid_connect_provider", """{ "url": "https://oidc.example.com", "client_id_list": [], "tags": { "FLEET": "x" } }""", true)]
    [InlineData("aws_lb_target_group", """{ "name": "shop", "port": 80, "protocol": "HTTP", "tags": { "Fleet": "shop" } }""", false)]
    public void Iam_takes_keys_that_differ_by_case_for_one(string type, string configuration, bool isRefused)
    {
        var create = () => _aws.Create(type, configuration);

        if (isRefused)
        {
            create.Should().Throw<RemoteException>().WithMessage("*Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        }
        else
        {
            create.Should().NotThrow();
        }
    }
}
