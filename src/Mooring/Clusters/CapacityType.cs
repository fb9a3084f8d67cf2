using System.Text.Json.Serialization;

namespace Mooring.Clusters;

/// <summary>How the capacity of a node group is bought.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html#managed-node-group-capacity-types"/>
public enum CapacityType
{
    /// <summary>At the full price, until it is given back.</summary>
    [JsonStringEnumMemberName("ON_DEMAND")]
    OnDemand,

    /// <summary>What AWS has left, which it can take back at two minutes' notice.</summary>
    [JsonStringEnumMemberName("SPOT")]
    Spot,
}
