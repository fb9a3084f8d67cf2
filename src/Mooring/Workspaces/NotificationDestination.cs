using System.Text.Json.Serialization;

namespace Mooring.Workspaces;

/// <summary>What receives a notification of HCP Terraform.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/workspaces/settings/notifications"/>
public enum NotificationDestination
{
    /// <summary>A webhook that receives JSON.</summary>
    [JsonStringEnumMemberName("generic")]
    Generic,

    /// <summary>An incoming webhook of Slack.</summary>
    [JsonStringEnumMemberName("slack")]
    Slack,

    /// <summary>An incoming webhook of Microsoft Teams.</summary>
    [JsonStringEnumMemberName("microsoft-teams")]
    MicrosoftTeams,

    /// <summary>E-mail to members of the organization.</summary>
    [JsonStringEnumMemberName("email")]
    Email,
}
