using System.Text.Json.Serialization;

namespace Mooring.Clusters;

/// <summary>What EKS does where an add-on's settings in the cluster are not those that it would give them.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateAddon.html"/>
public enum ConflictResolution
{
    /// <summary>It gives up.</summary>
    [JsonStringEnumMemberName("NONE")]
    None,

    /// <summary>It gives them its own.</summary>
    [JsonStringEnumMemberName("OVERWRITE")]
    Overwrite,

    /// <summary>It leaves those of the cluster; only when it updates an add-on.</summary>
    [JsonStringEnumMemberName("PRESERVE")]
    Preserve,
}
