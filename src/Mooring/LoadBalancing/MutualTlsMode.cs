using System.Text.Json.Serialization;

namespace Mooring.LoadBalancing;

/// <summary>What a listener does with a certificate that a client shows.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html"/>
public enum MutualTlsMode
{
    /// <summary>It asks for none.</summary>
    [JsonStringEnumMemberName("off")]
    Off,

    /// <summary>It asks for one and passes it on to the target, in a header.</summary>
    [JsonStringEnumMemberName("passthrough")]
    Passthrough,

    /// <summary>It asks for one and lets only those in whose certificate is from a trust store.</summary>
    [JsonStringEnumMemberName("verify")]
    Verify,
}
