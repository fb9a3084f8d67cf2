using Mooring.Workspaces;

namespace Mooring.Fleet;

/// <summary>
/// Defines a notification of every workspace. The URL of a webhook is a secret, so it is not in the file: it is the sensitive Terraform variable
/// <c>notification_url_&lt;name&gt;</c> of the stack <c>workspaces</c>.
/// </summary>
/// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/workspaces/settings/notifications"/>
public sealed record NotificationSpec
{
    /// <summary>What receives it.</summary>
    public required NotificationDestination DestinationType { get; init; }

    /// <summary>What it is about.</summary>
    /// <value>Defaults to <c>run:needs_attention</c> and <c>run:errored</c>.</value>
    public IReadOnlyList<NotificationTrigger> Triggers { get; init; } = [NotificationTrigger.RunNeedsAttention, NotificationTrigger.RunErrored];

    /// <summary>Ids of the users who receive the e-mail, such as <c>user-GhUrbDRAvJqPlb8e</c>. Required with <c>email</c>, and with it only.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> EmailUserIds { get; init; } = [];
}
