using System.Text.Json.Serialization;

namespace Mooring.Clusters;

/// <summary>Where a cluster finds out who may do what. EKS goes from the last of these to the first, and never back.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/grant-k8s-access.html#set-cam"/>
public enum AuthenticationMode
{
    /// <summary>In access entries.</summary>
    [JsonStringEnumMemberName("API")]
    Api,

    /// <summary>In access entries and in the ConfigMap <c>aws-auth</c>.</summary>
    [JsonStringEnumMemberName("API_AND_CONFIG_MAP")]
    ApiAndConfigMap,

    /// <summary>In the ConfigMap <c>aws-auth</c>; the cluster can have no access entry.</summary>
    [JsonStringEnumMemberName("CONFIG_MAP")]
    ConfigMap,
}
