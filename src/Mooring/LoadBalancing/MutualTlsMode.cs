using System.Text.Json.Serialization;

namespace Mooring.LoadBalancing;

/// <summary>What a listener does with a certificate that a client shows.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html"/>
public enum MutualTlsMode
{
    /// <summary>The listener requests no certificate.</summary>
    [JsonStringEnumMemberName("off")]
    Off,

    /// <summary>The listener requests a certificate and passes it to the target in a header.</summary>
    [JsonStringEnumMemberName("passthrough")]
    Passthrough,

    /// <summary>The listener accepts only clients with a certificate that the trust store verifies.</summary>
    [JsonStringEnumMemberName("verify")]
    Verify,
}
