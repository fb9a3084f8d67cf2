using System.Text.RegularExpressions;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.HcpTerraform;

/// <summary>Projects, workspaces, their settings, their notifications and what starts their runs.</summary>
internal static partial class Workspaces
{
    private const string Project = "tfe_project";
    private const string Workspace = "tfe_workspace";
    private const string Trigger = "tfe_run_trigger";
    private const string Notification = "tfe_notification_configuration";
    private const string TakenProject = "Unable to create project: invalid attribute: Name has already been taken";
    private const int MostSources = 20;
    private const int MostNotifications = 20;

    /// <summary>Their resources.</summary>
    public static IEnumerable<ResourceType> Resources =>
        [
            new(Project)
            {
                Unique = ["organization", "name"],
                Duplicate = TakenProject,
                Apply = RefusalOfProject,
                Computed = creation => [new("id", creation.TfeId("prj")), new("description", string.Empty)],
            },
            new(Workspace)
            {
                Unique = ["organization", "name"],
                Duplicate = "Error creating workspace {0}: invalid attribute: Name has already been taken",
                Needs = [InProject with { InUse = "Unable to delete project: the project has workspaces" }],
                Apply = RefusalOf,
                RefusesDeletion = RefusalOfDeletion,
                Computed = WorkspaceOf,
                ImportId = workspace => $"{workspace["organization"].Text}/{workspace["name"].Text}",
            },
            new("tfe_workspace_settings")
            {
                Needs = [OfWorkspace, new("agent_pool_id", "tfe_agent_pool", "id", "resource not found: agent pool {0}")],
                Apply = ApplySettings,
                Unapply = ResetSettings,
                ComputedAnew =
                [
                    "agent_pool_id",
                    "assessments_enabled",
                    "auto_apply",
                    "description",
                    "effective_tags",
                    "execution_mode",
                    "global_remote_state",
                    "overwrites",
                    "remote_state_consumer_ids",
                    "tags",
                ],
                Computed = SettingsOf,
            },
            new(Trigger)
            {
                Unique = ["workspace_id", "sourceable_id"],
                Duplicate = "Error creating run trigger: invalid attribute: Sourceable has already been taken",
                Needs = [OfWorkspace, OfWorkspace with { From = "sourceable_id" }],
                Apply = RefusalOfTrigger,
                Computed = creation => [new("id", creation.TfeId("rt"))],
            },
            new(Notification)
            {
                Needs = [OfWorkspace],
                Apply = RefusalOfNotification,
                Computed = creation => [new("id", creation.TfeId("nc")), .. NoAddresses],
            },
        ];

    /// <summary>The project of an object.</summary>
    public static Need InProject { get; } = new("project_id", Project, "id", "resource not found: project {0}");

    /// <summary>The workspace of an object.</summary>
    public static Need OfWorkspace { get; } = new("workspace_id", Workspace, "id", "resource not found: workspace {0}");

    /// <summary>The settings of a workspace for which nobody has set any.</summary>
    private static KeyValuePair<string, Value>[] NoSettings =>
        [
            new("agent_pool_id", string.Empty),
            new("assessments_enabled", false),
            new("auto_apply", false),
            new("execution_mode", "remote"),
            new("global_remote_state", false),
        ];

    private static IEnumerable<KeyValuePair<string, Value>> NoAddresses => [new("email_addresses", Value.List()), new("email_user_ids", Value.List())];

    /// <summary>Two projects of an organization differ in more than the case of letters.</summary>
    private static string? RefusalOfProject(Creation creation) =>
        creation.Context.Named(Project, creation.Planned).Any(each => each["id"] != creation.Prior["id"]) ? TakenProject : null;

    /// <summary>HCP Terraform takes 90 characters. The CLI runs in a folder of the repository, which a path from its root names.</summary>
    private static string? RefusalOf(Creation creation) =>
        !Name().IsMatch(creation.Text("name")) ? "invalid attribute: Name can only include letters, numbers, -, and _, and must be at most 90 characters"
        : creation.Text("working_directory") is ['/', ..] or [.., '/'] || creation.Text("working_directory").Split('/').Contains("..")
            ? "invalid attribute: Working directory is invalid"
        : creation["vcs_repo"].Elements.Count > 0
        && creation.Planned.At("vcs_repo", "oauth_token_id").Text is null or ""
        && creation.Planned.At("vcs_repo", "github_app_installation_id").Text is null or ""
            ? "one of vcs_repo.0.github_app_installation_id, vcs_repo.0.oauth_token_id must be specified"
        : null;

    /// <summary>The provider asks for a safe deletion.</summary>
    private static string? RefusalOfDeletion(ObjectValue workspace) =>
        workspace["resource_count"] is NumberValue { Value: > 0 and var count }
            ? $"error deleting workspace {workspace["id"].Text}: This workspace has {count} resources under management and must be force deleted by setting "
                + "force_delete = true"
            : null;

    /// <summary>
    /// The provider sends all settings of the workspace each time: what the configuration does not have is switched off.
    /// </summary>
    /// <seealso href="https://github.com/hashicorp/terraform-provider-tfe/blob/v0.71.0/internal/provider/resource_tfe_workspace_settings.go"/>
    private static string? ApplySettings(Creation creation)
    {
        if (RefusalOfSettings(creation) is { } refusal)
        {
            return refusal;
        }

        var sent = NoSettings.Select(none => creation[none.Key].IsUnknown ? none : KeyValuePair.Create(none.Key, creation[none.Key]));
        Set(creation.Context, creation["workspace_id"], sent);
        return null;
    }

    /// <summary>The provider resets the settings before it asks for the deletion of the workspace, which may then be refused.</summary>
    private static string? ResetSettings(ProviderContext context, ObjectValue settings)
    {
        Set(context, settings["workspace_id"], NoSettings);
        return null;
    }

    /// <summary>Gives a workspace attributes that Terraform does not write into it.</summary>
    public static void Set(ProviderContext context, Value workspace, IEnumerable<KeyValuePair<string, Value>> settings)
    {
        foreach (var found in context.Of(Workspace).Where(each => each["id"] == workspace).ToArray())
        {
            context.Account.Put(new RemoteObject(Workspace, context.ScopeOf(Workspace), found.With(settings)));
        }
    }

    private static string? RefusalOfSettings(Creation creation) =>
        (creation.Text("execution_mode"), creation.Text("agent_pool_id")) switch
        {
            ("agent", "") => "Invalid agent_pool_id: If execution mode is \"agent\", \"agent_pool_id\" is required",
            (not "agent", not "") => "Invalid agent_pool_id: If execution mode is not \"agent\", \"agent_pool_id\" must not be set",
            _ => null,
        };

    private static string? RefusalOfTrigger(Creation creation) =>
        creation["workspace_id"] == creation["sourceable_id"] ? "invalid attribute: Sourceable cannot be the workspace itself"
        : creation.Context.Of(Trigger).Count(each => each["workspace_id"] == creation["workspace_id"]) >= MostSources
            ? $"invalid attribute: a workspace can have at most {MostSources} source workspaces"
        : null;

    private static string? RefusalOfNotification(Creation creation) =>
        creation.Text("destination_type") is not "email" && creation.Text("url").Length == 0 ? "invalid attribute: Url can't be blank"
        : creation.Context.Of(Notification).Count(each => each["workspace_id"] == creation["workspace_id"]) >= MostNotifications && creation.Prior.IsNull
            ? $"invalid attribute: a workspace can have at most {MostNotifications} notification configurations"
        : null;

    private static IEnumerable<KeyValuePair<string, Value>> WorkspaceOf(Creation creation) =>
        [
            new("id", creation.TfeId("ws")),
            new("html_url", $"https://{creation.Context.Scope}/app/{creation.Text("organization")}/workspaces/{creation.Text("name")}"),
            new("resource_count", 0),
            .. NoSettings,
            new("operations", true),
            new("description", string.Empty),
            new("inherits_project_auto_destroy", true),
            new("auto_destroy_at", string.Empty),
            new("auto_destroy_activity_duration", string.Empty),
            new("terraform_version", "latest"),
            new("remote_state_consumer_ids", Value.List()),
            new("tag_names", Value.List()),
            new("tags", Value.Object([])),
            new("effective_tags", Value.Object([])),
        ];

    private static IEnumerable<KeyValuePair<string, Value>> SettingsOf(Creation creation) =>
        [
            new("id", creation["workspace_id"]),
            .. NoSettings,
            new("overwrites", Value.List(Value.Object([new("execution_mode", true), new("agent_pool", true)]))),
            new("remote_state_consumer_ids", Value.List()),
            new("description", string.Empty),
            new("tags", Value.Object([])),
            new("effective_tags", Value.Object([])),
        ];

    [GeneratedRegex(@"^[0-9A-Za-z_-]{1,90}\z")]
    private static partial Regex Name();
}
