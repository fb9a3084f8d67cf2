using System.Text.Json;
using Mooring.Discovery.Answers;
using Mooring.StandIns.Values;

namespace Mooring.Discovery.Proof;

/// <summary>A listener, as Terraform's provider reads it.</summary>
/// <seealso href="https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/elbv2/listener.go"/>
internal static class ListenerAsRead
{
    /// <summary>Its attributes, without tags.</summary>
    public static IEnumerable<KeyValuePair<string, Value>> Of(LoadBalancerAnswer loadBalancer, ListenerAnswer listener)
    {
        var isHttps = listener.Protocol == "HTTPS";
        return
        [
            new("id", listener.Arn),
            new("arn", listener.Arn),
            new("load_balancer_arn", loadBalancer.Arn),
            new("port", listener.Port),
            new("protocol", listener.Protocol),
            new("certificate_arn", isHttps ? listener.Certificate : null),
            // An emulator has a policy for HTTP, too.
            new("ssl_policy", isHttps ? listener.Description.Text("SslPolicy") : null),
            new("mutual_authentication", isHttps ? MutualTlsOf(listener.Description.Object("MutualAuthentication")) : Value.List()),
            new("default_action", ActionAsRead.Of(listener.Description.Items("DefaultActions"))),
        ];
    }

    /// <summary>AWS answers with mode <c>off</c> where nothing was said; emulators leave it out.</summary>
    private static Value MutualTlsOf(JsonElement mutual) =>
        mutual.Text("Mode") is null or "off"
            ? ReadValues.Block([new("mode", "off")])
            : ReadValues.Block([
                new("mode", mutual.Text("Mode")),
                new("trust_store_arn", ReadValues.TextUnlessEmpty(mutual.Text("TrustStoreArn"))),
                new("ignore_client_certificate_expiry", mutual.Flag("IgnoreClientCertificateExpiry")),
                new("advertise_trust_store_ca_names", ReadValues.TextUnlessEmpty(mutual.Text("AdvertiseTrustStoreCaNames"))),
            ]);
}
