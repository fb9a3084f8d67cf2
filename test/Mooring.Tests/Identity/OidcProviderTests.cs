using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.Identity;
using Mooring.TestKit.Constructs;
using Mooring.Tests.Clusters;
using Xunit;

namespace Mooring.Tests.Identity;

public class OidcProviderTests : ConstructTest
{
    private static OidcProviderProps Minimal => new() { Cluster = new KnownCluster() };

    [Fact]
    public void A_provider_needs_the_url_of_an_issuer()
    {
        _ = new OidcProvider(Stack, "OidcProvider", Minimal);

        VerifySnapshot("Identity/OidcProvider.Minimal");
    }

    [Fact]
    public void Trust_policies_name_the_issuer_without_its_scheme()
    {
        var provider = new OidcProvider(Stack, "OidcProvider", Minimal);
        _ = new TerraformOutput(Stack, "issuer", new TerraformOutputConfig { Value = provider.OidcIssuer });

        Synthesize().Output("issuer").GetValue<string>().Should().Be($$"""${replace("{{Minimal.Cluster.OidcIssuerUrl}}", "https://", "")}""");
    }
}
