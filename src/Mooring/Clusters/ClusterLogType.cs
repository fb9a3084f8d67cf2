using System.Text.Json.Serialization;

namespace Mooring.Clusters;

/// <summary>A log of the control plane that EKS writes to CloudWatch.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html"/>
public enum ClusterLogType
{
    /// <summary>The API server's own.</summary>
    [JsonStringEnumMemberName("api")]
    Api,

    /// <summary>Who did what.</summary>
    [JsonStringEnumMemberName("audit")]
    Audit,

    /// <summary>The identity that IAM authenticated.</summary>
    [JsonStringEnumMemberName("authenticator")]
    Authenticator,

    /// <summary>The controllers'.</summary>
    [JsonStringEnumMemberName("controllerManager")]
    ControllerManager,

    /// <summary>The scheduler's.</summary>
    [JsonStringEnumMemberName("scheduler")]
    Scheduler,
}
