using System.Text.Json.Serialization;

namespace Mooring.TargetGroupBindings;

/// <summary>The protocol of the target group that a TargetGroupBinding names, for every kind of load balancer.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroup.html"/>
public enum TargetGroupBindingProtocol
{
    /// <summary>HTTP, of an Application Load Balancer.</summary>
    [JsonStringEnumMemberName("HTTP")]
    Http,

    /// <summary>HTTP over TLS, of an Application Load Balancer.</summary>
    [JsonStringEnumMemberName("HTTPS")]
    Https,

    /// <summary>TCP, of a Network Load Balancer.</summary>
    [JsonStringEnumMemberName("TCP")]
    Tcp,

    /// <summary>TLS, of a Network Load Balancer.</summary>
    [JsonStringEnumMemberName("TLS")]
    Tls,

    /// <summary>UDP, of a Network Load Balancer.</summary>
    [JsonStringEnumMemberName("UDP")]
    Udp,

    /// <summary>TCP and UDP on one port, of a Network Load Balancer.</summary>
    [JsonStringEnumMemberName("TCP_UDP")]
    TcpUdp,

    /// <summary>QUIC, of a Network Load Balancer; for targets of type <c>ip</c> only.</summary>
    [JsonStringEnumMemberName("QUIC")]
    Quic,

    /// <summary>TCP and QUIC on one port, of a Network Load Balancer; for targets of type <c>ip</c> only.</summary>
    [JsonStringEnumMemberName("TCP_QUIC")]
    TcpQuic,
}
