using System.Text.Json.Serialization;

namespace Mooring.LoadBalancing;

/// <summary>The protocol between a load balancer and the targets of a target group.</summary>
public enum TargetGroupProtocol
{
    /// <summary>Plain HTTP.</summary>
    [JsonStringEnumMemberName("HTTP")]
    Http,

    /// <summary>HTTP over TLS; the load balancer does not verify the target's certificate.</summary>
    [JsonStringEnumMemberName("HTTPS")]
    Https,
}
