using System.Text.Json.Serialization;

namespace Mooring.Clusters;

/// <summary>A node pool that EKS Auto Mode brings with it.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/set-builtin-node-pools.html"/>
public enum AutoModeNodePool
{
    /// <summary>Nodes for workloads: amd64, on-demand.</summary>
    [JsonStringEnumMemberName("general-purpose")]
    GeneralPurpose,

    /// <summary>Nodes for add-ons, with a taint <c>CriticalAddonsOnly</c> that workloads do not tolerate: amd64 and arm64, on-demand.</summary>
    [JsonStringEnumMemberName("system")]
    System,
}
