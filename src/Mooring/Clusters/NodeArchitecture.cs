using System.Text.Json.Serialization;

namespace Mooring.Clusters;

/// <summary>The architecture of a node's processor, as the names of its images have it.</summary>
public enum NodeArchitecture
{
    /// <summary>Intel and AMD.</summary>
    [JsonStringEnumMemberName("x86_64")]
    X86,

    /// <summary>Graviton, whose instance types have a <c>g</c> behind the generation, as <c>m7g</c> does.</summary>
    [JsonStringEnumMemberName("arm64")]
    Arm64,
}
