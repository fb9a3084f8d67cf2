using Constructs;
using HashiCorp.Cdktf.Providers.Tfe.NotificationConfiguration;
using HashiCorp.Cdktf.Providers.Tfe.RunTrigger;
using HashiCorp.Cdktf.Providers.Tfe.Workspace;
using HashiCorp.Cdktf.Providers.Tfe.WorkspaceSettings;
using Mooring.Errors;
using Mooring.Limits;
using TfeWorkspace = HashiCorp.Cdktf.Providers.Tfe.Workspace.Workspace;

namespace Mooring.Workspaces;

/// <summary>
/// Defines a workspace of HCP Terraform with its settings. Terraform deletes it only when its state has no resources: the provider asks for a safe
/// deletion.
/// </summary>
/// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/workspaces"/>
public class Workspace : Construct
{
    private const string Main = "Default";

    /// <summary>Defines a workspace.</summary>
    /// <exception cref="ArgumentException">Its name is outside HCP Terraform's limits.</exception>
    public Workspace(Construct scope, string id, WorkspaceProps props)
        : base(scope, id)
    {
        Property.Require(this, nameof(props.WorkspaceName), TerraformLimits.Workspace(props.WorkspaceName));
        Property.Require(this, nameof(props.Notifications), TerraformLimits.Notifications(props.Notifications.Count));
        var workspace = new TfeWorkspace(this, Main, ConfigOf(props));
        if (props.Adopt)
        {
            workspace.ImportFrom($"{props.Organization}/{props.WorkspaceName}");
        }

        WorkspaceName = props.WorkspaceName;
        WorkspaceId = workspace.Id;
        DefineSettings(props);
        foreach (var notification in props.Notifications)
        {
            Define(notification);
        }
    }

    /// <summary>Name of the workspace.</summary>
    public string WorkspaceName { get; }

    /// <summary>Id of the workspace, known once it exists.</summary>
    public string WorkspaceId { get; }

    /// <summary>
    /// Starts a run here after each run of other workspaces that has applied something. Each run trigger has the id of its source.
    /// </summary>
    /// <param name="sources">The other workspaces, at most 20.</param>
    /// <exception cref="ArgumentException">There are more.</exception>
    /// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/workspaces/settings/run-triggers"/>
    public void RunAfter(IReadOnlyList<Workspace> sources)
    {
        Property.Require(this, "RunTriggers", TerraformLimits.RunTriggerSources(sources.Count));
        foreach (var source in sources)
        {
            _ = new RunTrigger(this, $"After-{source.Node.Id}", new RunTriggerConfig { WorkspaceId = WorkspaceId, SourceableId = source.WorkspaceId });
        }
    }

    private static WorkspaceConfig ConfigOf(WorkspaceProps props) =>
        new()
        {
            Organization = props.Organization,
            Name = props.WorkspaceName,
            ProjectId = props.ProjectId,
            Description = props.Description,
            TerraformVersion = props.TerraformVersion,
            WorkingDirectory = props.WorkingDirectory,
            // The first run of a workspace waits for those before it, so that somebody starts it.
            QueueAllRuns = false,
            AutoApplyRunTrigger = props.AutoApplyRunTrigger,
            VcsRepo = props.Repository is { } repository
                ? new WorkspaceVcsRepo
                {
                    Identifier = repository.Identifier,
                    Branch = repository.Branch,
                    GithubAppInstallationId = repository.GithubAppInstallationId,
                    OauthTokenId = repository.OauthTokenId,
                }
                : null,
        };

    /// <summary>
    /// The provider has deprecated the execution mode in the workspace itself. Here it sends all settings each time: what is not written is switched off.
    /// </summary>
    private void DefineSettings(WorkspaceProps props) =>
        _ = new WorkspaceSettings(
            this,
            "Settings",
            new WorkspaceSettingsConfig
            {
                WorkspaceId = WorkspaceId,
                ExecutionMode = props.ExecutionMode.Word(),
                AgentPoolId = props.AgentPoolId,
                AutoApply = props.AutoApply,
                AssessmentsEnabled = props.AssessmentsEnabled,
            }
        );

    private void Define(WorkspaceNotification notification) =>
        _ = new NotificationConfiguration(
            this,
            $"Notification-{notification.Name}",
            new NotificationConfigurationConfig
            {
                Name = notification.Name,
                WorkspaceId = WorkspaceId,
                Enabled = true,
                DestinationType = notification.DestinationType.Word(),
                Triggers = [.. notification.Triggers.Select(trigger => trigger.Word())],
                Url = notification.Url,
                EmailUserIds = notification.EmailUserIds.Count > 0 ? [.. notification.EmailUserIds] : null,
            }
        );
}
