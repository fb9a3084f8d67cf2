using System.Text.Json.Serialization;

namespace Mooring.TargetGroupBindings;

/// <summary>The protocol that a security group's rule lets through.</summary>
public enum NetworkingProtocol
{
    /// <summary>TCP.</summary>
    [JsonStringEnumMemberName("TCP")]
    Tcp,

    /// <summary>UDP.</summary>
    [JsonStringEnumMemberName("UDP")]
    Udp,
}
