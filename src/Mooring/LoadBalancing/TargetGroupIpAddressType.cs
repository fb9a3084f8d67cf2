using System.Text.Json.Serialization;

namespace Mooring.LoadBalancing;

/// <summary>The kind of addresses that the targets of a target group are registered with.</summary>
public enum TargetGroupIpAddressType
{
    /// <summary>IPv4.</summary>
    [JsonStringEnumMemberName("ipv4")]
    Ipv4,

    /// <summary>IPv6; the load balancer must be dual-stack.</summary>
    [JsonStringEnumMemberName("ipv6")]
    Ipv6,
}
