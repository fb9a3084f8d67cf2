using System.Text.Json.Serialization;

namespace Mooring.Clusters;

/// <summary>Source of the permissions of a cluster. EKS can change from the last of these towards the first, and never back.</summary>
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
