using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Tfe.DataTfeAgentPool;
using HashiCorp.Cdktf.Providers.Tfe.DataTfeProject;
using HashiCorp.Cdktf.Providers.Tfe.Project;
using HashiCorp.Cdktf.Providers.Tfe.Provider;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Stacks.Slices;
using Mooring.Workspaces;

namespace Mooring.Stacks;

/// <summary>
/// Defines the workspaces of a fleet's other stacks in HCP Terraform: their project, their settings, what starts their runs, and their AWS credentials. Its
/// own workspace is the one that <c>terraform init</c> creates, and it calls AWS only where it creates the role of the runs.
/// </summary>
public class WorkspacesStack : TerraformStack
{
    /// <summary>The version that was tested.</summary>
    private const string DefaultTerraformVersion = "~> 1.11.0";

    private readonly FleetSpec _fleet;
    private readonly CloudBackendSpec _cloud;
    private readonly bool _isOneOfSeveral;

    /// <summary>Defines the stack of a fleet's workspaces.</summary>
    /// <param name="scope">The app.</param>
    /// <param name="fleet">The fleet, without faults, which manages its workspaces.</param>
    public WorkspacesStack(Construct scope, FleetSpec fleet)
        : this(scope, fleet, id: null) { }

    /// <summary>Defines it with an id that differs from those of other fleets' stacks; <see langword="null"/> where there are none.</summary>
    internal WorkspacesStack(Construct scope, FleetSpec fleet, string? id)
        : base(scope, id ?? StackKind.Workspaces.Name)
    {
        var cloud = fleet.Backend.Cloud ?? throw new ArgumentException("must have its state in HCP Terraform", nameof(fleet));
        StateBackend.DefineOfWorkspaces(this, StackKind.Workspaces.Name, fleet, cloud);
        TerraformRequirements.Add(this, fleet.Terraform);
        TerraformRequirements.Add(this, "tfe", fleet.Terraform.Providers.Tfe);
        _fleet = TerraformSlice.Of(OriginalNames.Of(fleet));
        (_cloud, _isOneOfSeveral) = (_fleet.Backend.Cloud!, id is not null);
        _ = new TfeProvider(this, "tfe", new TfeProviderConfig { Hostname = _cloud.Hostname });

        var project = DefineProject();
        var workspaces = DefineWorkspaces(project.Id);
        if (_cloud.DynamicCredentials is { } credentials)
        {
            DefineCredentials(credentials, project, [.. workspaces.Values]);
        }
    }

    /// <summary>One that exists is found in any case, and has the name that it has there: the tokens of runs contain that.</summary>
    private (string Id, string Name) DefineProject()
    {
        const string id = "Project";
        var name = _cloud.Project!;
        if (_cloud.ExistingProject)
        {
            var existing = new DataTfeProject(this, id, new DataTfeProjectConfig { Organization = _cloud.Organization, Name = name });
            return (existing.Id, existing.Name);
        }

        var project = new Project(
            this,
            id,
            new ProjectConfig
            {
                Organization = _cloud.Organization,
                Name = name,
                Description = $"Fleet {_fleet.Name}",
            }
        );
        return (project.Id, name);
    }

    /// <summary>
    /// One for each stack, in their order. Runs of the CLI keep the order themselves; a run trigger would start runs of former configurations.
    /// </summary>
    private Dictionary<string, Workspace> DefineWorkspaces(string project)
    {
        var (agentPool, notifications) = (AgentPoolId(), Notifications());
        var workspaces = new Dictionary<string, Workspace>(StringComparer.Ordinal);
        foreach (var place in FleetLayout.PlacesOf(_fleet))
        {
            var workspace = new Workspace(this, place.Name, PropsOf(place, project) with { AgentPoolId = agentPool, Notifications = notifications });
            workspaces.Add(place.Name, workspace);
            if (_cloud.VcsRepo is not null)
            {
                workspace.RunAfter([.. place.Dependencies.Select(source => workspaces[source])]);
            }
        }

        return workspaces;
    }

    private WorkspaceProps PropsOf(StackPlace place, string project) =>
        new()
        {
            Organization = _cloud.Organization,
            WorkspaceName = StateBackend.WorkspaceOf(_fleet, place.Name),
            ProjectId = project,
            Description = $"Stack {place.Name} of the fleet {_fleet.Name}; its settings are in the stack {StackKind.Workspaces}",
            TerraformVersion = _cloud.TerraformVersion ?? _fleet.Terraform.RequiredVersion ?? DefaultTerraformVersion,
            ExecutionMode = _cloud.ExecutionMode,
            Repository = _cloud.VcsRepo is { } repository
                ? new()
                {
                    Identifier = repository.Identifier,
                    Branch = repository.Branch,
                    GithubAppInstallationId = repository.GithubAppInstallationId,
                    OauthTokenId = repository.OauthTokenId,
                }
                : null,
            WorkingDirectory = _cloud.VcsRepo is { } files ? $"{files.StacksDirectory}/{FolderOf(place)}" : string.Empty,
            AutoApply = _cloud.AutoApply,
            AutoApplyRunTrigger = _cloud.AutoApplyRunTrigger,
            AssessmentsEnabled = _cloud.AssessmentsEnabled,
            Adopt = _cloud.Workspaces == WorkspaceSource.Adopted,
        };

    /// <summary>The folder of a stack, which has the name of its state where several fleets are synthesized together.</summary>
    private string FolderOf(StackPlace place) => _isOneOfSeveral ? StateBackend.NameOf(_fleet, place.Name) : place.Name;

    private string? AgentPoolId() =>
        _cloud.AgentPool is { } name
            ? new DataTfeAgentPool(this, "AgentPool", new DataTfeAgentPoolConfig { Organization = _cloud.Organization, Name = name }).Id
            : null;

    private WorkspaceNotification[] Notifications() =>
        [
            .. _cloud.Notifications.Select(notification => new WorkspaceNotification
            {
                Name = notification.Key,
                DestinationType = notification.Value.DestinationType,
                Triggers = notification.Value.Triggers,
                Url = notification.Value.DestinationType == NotificationDestination.Email ? null : DefineUrl(notification.Key),
                EmailUserIds = notification.Value.EmailUserIds,
            }),
        ];

    /// <summary>A variable for the URL of a webhook. The native engine knows no variables, so it is written as it is.</summary>
    private string DefineUrl(string notification)
    {
        var variable = $"notification_url_{notification}";
        AddOverride(
            $"variable.{variable}",
            new Dictionary<string, object>
            {
                ["description"] = $"URL of the webhook of the notification {notification}",
                ["type"] = "string",
                ["sensitive"] = true,
            }
        );
        return $"${{var.{variable}}}";
    }

    /// <summary>A project of the fleet's own has the credentials as a whole; in another one only the fleet's workspaces have them.</summary>
    private void DefineCredentials(DynamicCredentialsSpec credentials, (string Id, string Name) project, Workspace[] workspaces) =>
        _ = new RunCredentials(
            this,
            "Credentials",
            new RunCredentialsProps
            {
                Organization = _cloud.Organization,
                VariableSetName = $"{_fleet.Name}-aws",
                RoleArn = credentials.RoleArn ?? DefineRole(credentials, project.Name),
                ProjectId = _cloud.ExistingProject ? null : project.Id,
                Workspaces = _cloud.ExistingProject ? workspaces : [],
            }
        );

    private string DefineRole(DynamicCredentialsSpec credentials, string project)
    {
        var location = FleetLocation.Of(_fleet, name: null);
        TerraformRequirements.Add(this, "aws", _fleet.Terraform.Providers.Aws);
        _ = new AwsProviders(this, _fleet, location);
        return new RunRole(
            this,
            "RunRole",
            new RunRoleProps
            {
                RoleName = FleetNames.RunRole(_fleet),
                Hostname = _cloud.EffectiveHostname,
                Organization = _cloud.Organization,
                ProjectName = project,
                WorkspaceNames = [.. StackKind.All.Where(kind => !kind.IsOfWholeFleet).Select(kind => $"{_fleet.Name}-{kind}-*")],
                PolicyArns = credentials.PolicyArns,
                AssumableRoleArns = [.. AssumedRoles().Distinct()],
                HasOidcProvider = credentials.OidcProvider == OidcProviderSource.Existing,
                Settings = FleetStack.RolesOf(_fleet),
            }
        ).RoleArn;
    }

    private IEnumerable<string> AssumedRoles() => _fleet.Locations.Values.Select(location => location.AssumeRole).Prepend(_fleet.AssumeRole).OfType<string>();
}
