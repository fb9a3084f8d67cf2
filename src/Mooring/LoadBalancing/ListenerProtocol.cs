using System.Text.Json.Serialization;

namespace Mooring.LoadBalancing;

/// <summary>The protocol between clients and a listener of an Application Load Balancer.</summary>
public enum ListenerProtocol
{
    /// <summary>Plain HTTP.</summary>
    [JsonStringEnumMemberName("HTTP")]
    Http,

    /// <summary>HTTP over TLS; needs a certificate.</summary>
    [JsonStringEnumMemberName("HTTPS")]
    Https,
}
