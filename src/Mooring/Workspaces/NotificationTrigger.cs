using System.Text.Json.Serialization;

namespace Mooring.Workspaces;

/// <summary>What HCP Terraform notifies of.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/api-docs/notification-configurations#notification-triggers"/>
public enum NotificationTrigger
{
    /// <summary>A run was created.</summary>
    [JsonStringEnumMemberName("run:created")]
    RunCreated,

    /// <summary>A run plans.</summary>
    [JsonStringEnumMemberName("run:planning")]
    RunPlanning,

    /// <summary>A run waits for somebody: its plan has changes that nobody has confirmed, or a policy failed.</summary>
    [JsonStringEnumMemberName("run:needs_attention")]
    RunNeedsAttention,

    /// <summary>A run applies.</summary>
    [JsonStringEnumMemberName("run:applying")]
    RunApplying,

    /// <summary>A run has come to its end without an error.</summary>
    [JsonStringEnumMemberName("run:completed")]
    RunCompleted,

    /// <summary>A run failed or was canceled.</summary>
    [JsonStringEnumMemberName("run:errored")]
    RunErrored,

    /// <summary>A health assessment found that what exists differs from the state.</summary>
    [JsonStringEnumMemberName("assessment:drifted")]
    AssessmentDrifted,

    /// <summary>A check of the configuration failed in a health assessment.</summary>
    [JsonStringEnumMemberName("assessment:check_failure")]
    AssessmentCheckFailure,

    /// <summary>A health assessment could not be made.</summary>
    [JsonStringEnumMemberName("assessment:failed")]
    AssessmentFailed,
}
