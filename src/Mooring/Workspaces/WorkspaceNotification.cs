namespace Mooring.Workspaces;

/// <summary>A notification of a workspace.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/workspaces/settings/notifications"/>
public sealed record WorkspaceNotification
{
    /// <summary>Name of the notification.</summary>
    public required string Name { get; init; }

    /// <summary>What receives it.</summary>
    public required NotificationDestination DestinationType { get; init; }

    /// <summary>What it is about.</summary>
    public required IReadOnlyList<NotificationTrigger> Triggers { get; init; }

    /// <summary>URL of the webhook, which is a secret: a reference to a sensitive variable. Terraform stores it in the state.</summary>
    /// <value>Defaults to none: e-mail has none.</value>
    public string? Url { get; init; }

    /// <summary>Ids of the users who receive the e-mail.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> EmailUserIds { get; init; } = [];
}
