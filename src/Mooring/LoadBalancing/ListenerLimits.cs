using System.Text.RegularExpressions;
using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>What Elastic Load Balancing accepts of a listener.</summary>
/// <seealso cref="Limit"/>
internal static partial class ListenerLimits
{
    private const string TlsPolicyRegex = @"^ELBSecurityPolicy-[0-9A-Za-z-]{1,100}\z";

    /// <summary>A TLS policy: one of Elastic Load Balancing's own.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html"/>
    [Pattern(TlsPolicyRegex)]
    public static string? TlsPolicy(string value) =>
        Limit.IsToken(value) || TlsPolicyPattern().IsMatch(value)
            ? null
            : $"must be a security policy such as 'ELBSecurityPolicy-TLS13-1-2-2021-06', got '{value}'";

    [GeneratedRegex(TlsPolicyRegex)]
    private static partial Regex TlsPolicyPattern();

    /// <summary>A listener's certificate: an HTTPS listener has one, an HTTP listener has none.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html"/>
    public static string? Certificate(ListenerProtocol protocol, string? certificate) =>
        (protocol, certificate) switch
        {
            (ListenerProtocol.Https, null) => "is required for protocol HTTPS",
            (ListenerProtocol.Http, not null) => $"must be left out for protocol HTTP, got '{certificate}'",
            _ => null,
        };

    /// <summary>What only a listener that ends TLS can have, such as further certificates or a TLS policy.</summary>
    public static string? OnlyHttps(ListenerProtocol protocol, bool isGiven) =>
        protocol == ListenerProtocol.Http && isGiven ? "must be left out for protocol HTTP: it needs TLS" : null;

    /// <summary>The trust store of mutual TLS: required with <c>verify</c>, and left out with the other modes.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html"/>
    public static string? TrustStore(MutualTlsMode mode, string? trustStore) =>
        (mode, trustStore) switch
        {
            (MutualTlsMode.Verify, null) => "is required for mode 'verify'",
            (not MutualTlsMode.Verify, not null) => $"must be left out for mode '{mode.Word()}', which verifies nothing, got '{trustStore}'",
            _ => null,
        };

    /// <summary>What only mutual TLS that verifies can have.</summary>
    public static string? OnlyVerify(MutualTlsMode mode, bool isGiven) =>
        mode != MutualTlsMode.Verify && isGiven ? $"must be left out for mode '{mode.Word()}', which verifies nothing" : null;
}
