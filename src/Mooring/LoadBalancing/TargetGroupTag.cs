using System.Text.Json.Serialization;

namespace Mooring.LoadBalancing;

/// <summary>A tag that says what a target group is for. Its key is its word.</summary>
public enum TargetGroupTag
{
    /// <summary>Name of the cluster in EKS whose targets are in it.</summary>
    [JsonStringEnumMemberName("cluster")]
    Cluster,

    /// <summary>Name of the binding.</summary>
    [JsonStringEnumMemberName("binding")]
    Binding,

    /// <summary>Namespace and name of the bound Service: <c>traefik/traefik</c>.</summary>
    [JsonStringEnumMemberName("service")]
    Service,
}
