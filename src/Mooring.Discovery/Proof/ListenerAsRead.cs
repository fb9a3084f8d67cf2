using System.Text.Json;
using Mooring.Discovery.Answers;
using Mooring.Discovery.Declaration;
using Mooring.LoadBalancing;
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
            .. HeadersOf(listener.Attributes, isHttps),
            new("default_action", ActionAsRead.Of(listener.Description.Items("DefaultActions"))),
        ];
    }

    /// <summary>A header that targets get, and that AWS says no name of, has AWS's name.</summary>
    private static IEnumerable<KeyValuePair<string, Value>> HeadersOf(IReadOnlyDictionary<string, string> attributes, bool isHttps)
    {
        string[] headers = isHttps ? [.. HeaderAttributes.RequestHeaders] : [];
        return attributes
            .Where(attribute => attribute.Key.StartsWith("routing.http.response.", StringComparison.Ordinal))
            .Select(attribute => (attribute.Key, Value: IsFlag(attribute.Key) ? ReadValues.Flag(attribute.Value) : attribute.Value))
            .Concat(headers.Select(header => (Key: ListenerHeadersDeclaration.RequestAttribute(header), Value: (Value)NameOf(attributes, header))))
            .Select(each => KeyValuePair.Create(each.Key.Replace('.', '_'), each.Value));
    }

    private static bool IsFlag(string attribute) => attribute == ListenerHeadersDeclaration.ServerAttribute;

    private static string NameOf(IReadOnlyDictionary<string, string> attributes, string header) =>
        attributes.GetValueOrDefault(ListenerHeadersDeclaration.RequestAttribute(header)) is { Length: > 0 } name ? name : header;

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
