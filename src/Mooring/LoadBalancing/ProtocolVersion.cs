using System.Text.Json.Serialization;

namespace Mooring.LoadBalancing;

/// <summary>The version of HTTP between a load balancer and the targets of a target group.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html#target-group-protocol-version"/>
public enum ProtocolVersion
{
    /// <summary>HTTP/1.1.</summary>
    [JsonStringEnumMemberName("HTTP1")]
    Http1,

    /// <summary>HTTP/2; its listener is HTTPS.</summary>
    [JsonStringEnumMemberName("HTTP2")]
    Http2,

    /// <summary>gRPC; its listener is HTTPS.</summary>
    [JsonStringEnumMemberName("GRPC")]
    Grpc,
}
