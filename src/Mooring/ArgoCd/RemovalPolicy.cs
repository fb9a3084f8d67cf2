using System.Text.Json.Serialization;

namespace Mooring.ArgoCd;

/// <summary>What Argo CD does with the controller and the bindings of a cluster whose Applications it removes.</summary>
public enum RemovalPolicy
{
    /// <summary>They stay in the cluster, and go on registering targets.</summary>
    [JsonStringEnumMemberName("keep")]
    Keep,

    /// <summary>They are deleted, bindings first, and the controller deregisters their targets.</summary>
    [JsonStringEnumMemberName("delete")]
    Delete,
}
