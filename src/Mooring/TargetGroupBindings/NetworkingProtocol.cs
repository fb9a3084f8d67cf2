using System.Text.Json.Serialization;

namespace Mooring.TargetGroupBindings;

/// <summary>The protocol that a security-group rule allows.</summary>
public enum NetworkingProtocol
{
    /// <summary>TCP.</summary>
    [JsonStringEnumMemberName("TCP")]
    Tcp,

    /// <summary>UDP.</summary>
    [JsonStringEnumMemberName("UDP")]
    Udp,
}
