using System.Text.Json.Serialization;

namespace Mooring.LoadBalancing;

/// <summary>The addresses that a load balancer has for its clients.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#ip-address-type"/>
public enum LoadBalancerIpAddressType
{
    /// <summary>IPv4 only.</summary>
    [JsonStringEnumMemberName("ipv4")]
    Ipv4,

    /// <summary>IPv4 and IPv6.</summary>
    [JsonStringEnumMemberName("dualstack")]
    Dualstack,

    /// <summary>IPv6, and private IPv4; clients on the internet come over IPv6.</summary>
    [JsonStringEnumMemberName("dualstack-without-public-ipv4")]
    DualstackWithoutPublicIpv4,
}
