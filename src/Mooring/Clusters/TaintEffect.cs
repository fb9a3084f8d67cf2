using System.Text.Json.Serialization;

namespace Mooring.Clusters;

/// <summary>What a taint does to pods that do not tolerate it, in the words of EKS.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/node-taints-managed-node-groups.html"/>
public enum TaintEffect
{
    /// <summary>They do not come.</summary>
    [JsonStringEnumMemberName("NO_SCHEDULE")]
    NoSchedule,

    /// <summary>They do not come, and go when they are there.</summary>
    [JsonStringEnumMemberName("NO_EXECUTE")]
    NoExecute,

    /// <summary>They come where there is no room elsewhere.</summary>
    [JsonStringEnumMemberName("PREFER_NO_SCHEDULE")]
    PreferNoSchedule,
}
