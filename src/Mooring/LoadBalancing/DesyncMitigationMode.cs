using System.Text.Json.Serialization;

namespace Mooring.LoadBalancing;

/// <summary>How a load balancer treats requests that a target might read as two.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#desync-mitigation-mode"/>
public enum DesyncMitigationMode
{
    /// <summary>Passes all on, and counts them.</summary>
    [JsonStringEnumMemberName("monitor")]
    Monitor,

    /// <summary>Blocks what is a known risk.</summary>
    [JsonStringEnumMemberName("defensive")]
    Defensive,

    /// <summary>Passes on only what follows RFC 7230.</summary>
    [JsonStringEnumMemberName("strictest")]
    Strictest,
}
