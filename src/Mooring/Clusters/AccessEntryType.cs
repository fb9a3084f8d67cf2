using System.Text.Json.Serialization;

namespace Mooring.Clusters;

/// <summary>What an access entry is for.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/creating-access-entries.html"/>
public enum AccessEntryType
{
    /// <summary>People and programs; groups and access policies define their permissions.</summary>
    [JsonStringEnumMemberName("STANDARD")]
    Standard,

    /// <summary>Self-managed nodes that run Linux.</summary>
    [JsonStringEnumMemberName("EC2_LINUX")]
    Ec2Linux,

    /// <summary>Self-managed nodes that run Windows.</summary>
    [JsonStringEnumMemberName("EC2_WINDOWS")]
    Ec2Windows,

    /// <summary>Pods on Fargate.</summary>
    [JsonStringEnumMemberName("FARGATE_LINUX")]
    FargateLinux,

    /// <summary>Nodes of EKS Auto Mode; an access policy defines their permissions.</summary>
    [JsonStringEnumMemberName("EC2")]
    Ec2,

    /// <summary>Nodes on premises.</summary>
    [JsonStringEnumMemberName("HYBRID_LINUX")]
    HybridLinux,
}
