using FluentAssertions;
using Mooring.StandIns.ArgoCd.Clusters;
using Xunit;

namespace Mooring.StandIns.Tests.ArgoCd;

/// <summary>What Argo CD writes to the Secret of a cluster. Seen on Argo CD 3.4.7.</summary>
public class ClusterSecretTests
{
    private const string Own =
        """{"tlsClientConfig":{"insecure":false,"caData":"Q0E="},"awsAuthConfig":{"clusterName":"blue","roleARN":"arn:aws:iam::111122223333:role/argocd"}}""";

    private const string Sorted =
        """{"awsAuthConfig":{"clusterName":"blue","roleARN":"arn:aws:iam::111122223333:role/argocd"},"tlsClientConfig":{"caData":"Q0E=","insecure":false}}""";

    [Theory]
    [InlineData(Own, Own)]
    [InlineData(Sorted, Own)]
    [InlineData("""{"tlsClientConfig":{"insecure":false}}""", """{"tlsClientConfig":{"insecure":false}}""")]
    [InlineData("{}", """{"tlsClientConfig":{"insecure":false}}""")]
    [InlineData("""{"bearerToken":"a<b","username":"","more":1}""", """{"bearerToken":"a\u003cb","tlsClientConfig":{"insecure":false}}""")]
    [InlineData("""{ "tlsClientConfig": { "insecure": true } }""", """{"tlsClientConfig":{"insecure":true}}""")]
    public void The_connection_is_written_in_the_order_of_go(string config, string written) => ClusterSecretWriter.Marshal(config).Should().Be(written);

    [Fact]
    public void A_refresh_writes_the_whole_secret()
    {
        var argoCd = PretendedArgoCd.Together();
        argoCd.Register(
            new Registration("blue")
            {
                Config = Sorted,
                Namespaces = "a, b",
                ClusterResources = true,
            }
        );

        argoCd.Server.RefreshCluster("shop-blue");

        var secret = ClusterSecret.In(argoCd.Account, PretendedArgoCd.RootEndpoint, "argocd").Single();
        secret
            .Data.Should()
            .Equal(
                new Dictionary<string, string>
                {
                    ["name"] = "shop-blue",
                    ["server"] = "https://blue.example.com",
                    ["config"] = Own,
                    ["namespaces"] = "a,b",
                    ["clusterResources"] = "true",
                }
            );
        secret.Annotations.Should().Contain("managed-by", "argocd.argoproj.io").And.ContainKey("argocd.argoproj.io/refresh").And.HaveCount(12);
        secret.Labels.Should().HaveCount(3);
    }
}
