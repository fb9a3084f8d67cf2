using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.Identity;
using Mooring.TestKit.Constructs;
using Mooring.Tests.Clusters;
using Xunit;

namespace Mooring.Tests.Identity;

public class OidcProviderLookupTests : ConstructTest
{
    private const string Url = "https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE";

    [Fact]
    public void A_provider_is_looked_up_by_the_url_of_its_issuer()
    {
        _ = new OidcProviderLookup(Stack, "OidcProvider", new OidcProviderLookupProps { Cluster = new KnownCluster() });

        VerifySnapshot("Identity/OidcProviderLookup.Minimal");
    }

    [Fact]
    public void Roles_trust_it_as_they_trust_one_that_is_defined()
    {
        var provider = new OidcProviderLookup(Stack, "OidcProvider", new OidcProviderLookupProps { Cluster = new KnownCluster() });
        _ = new TerraformOutput(Stack, "arn", new TerraformOutputConfig { Value = provider.OidcProviderArn });
        _ = new TerraformOutput(Stack, "issuer", new TerraformOutputConfig { Value = provider.OidcIssuer });

        var synthesized = Synthesize();
        synthesized.Output("arn").GetValue<string>().Should().Be("${data.aws_iam_openid_connect_provider.OidcProvider.arn}");
        synthesized.Output("issuer").GetValue<string>().Should().Be($$"""${replace("{{Url}}", "https://", "")}""");
    }
}
