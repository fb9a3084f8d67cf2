using System.Collections.ObjectModel;
using Mooring.Workspaces;

namespace Mooring.Fleet;

/// <summary>Defines state, and runs, in HCP Terraform or Terraform Enterprise.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/cli/cloud/settings"/>
public sealed record CloudBackendSpec
{
    /// <summary>Organization that the workspaces belong to.</summary>
    public required string Organization { get; init; }

    /// <summary>
    /// Project in which a workspace is created when it does not exist. With <c>workspaces: managed</c> it is required, and is created itself.
    /// </summary>
    /// <value>Defaults to the organization's default project.</value>
    public string? Project { get; init; }

    /// <summary>Host name of a Terraform Enterprise installation.</summary>
    /// <value>Defaults to HCP Terraform.</value>
    public string? Hostname { get; init; }

    /// <summary>
    /// Where the workspaces are from. With <c>managed</c> a stack <c>workspaces</c>, which is applied before all others, creates the project, the workspaces
    /// with their settings, and their credentials. The keys below require it.
    /// </summary>
    /// <value>Defaults to <c>init</c>.</value>
    public WorkspaceSource Workspaces { get; init; } = WorkspaceSource.Init;

    /// <summary>Whether the project exists and is only looked up, because others use it, too, or because <c>terraform init</c> created it.</summary>
    /// <value>Defaults to <c>false</c>.</value>
    public bool ExistingProject { get; init; }

    /// <summary>Version of Terraform in every workspace, or a constraint, such as <c>~> 1.11.0</c>, of which each run uses the newest release.</summary>
    /// <value>Defaults to <c>terraform.requiredVersion</c>, and without it to <c>~> 1.11.0</c>, the version that was tested.</value>
    public string? TerraformVersion { get; init; }

    /// <summary>Where Terraform runs. A private API server is reached by an agent only.</summary>
    /// <value>Defaults to <c>remote</c>.</value>
    public ExecutionMode ExecutionMode { get; init; } = ExecutionMode.Remote;

    /// <summary>Name of the agent pool, which exists. Required with <c>executionMode: agent</c>, and with it only.</summary>
    /// <value>Defaults to none.</value>
    public string? AgentPool { get; init; }

    /// <summary>
    /// The repository whose commits start runs. Run triggers then start each workspace again after those that its stack depends on, at most 20.
    /// </summary>
    /// <value>Defaults to none: runs are started by the CLI, which keeps the order, and there are no run triggers.</value>
    public VcsRepoSpec? VcsRepo { get; init; }

    /// <summary>
    /// Whether a run is applied without a confirmation when its plan succeeds. It has no effect on runs of the CLI. With <c>vcsRepo</c> the stacks that a
    /// commit changes are then applied side by side.
    /// </summary>
    /// <value>Defaults to <c>false</c>.</value>
    public bool AutoApply { get; init; }

    /// <summary>
    /// Whether a run that a run trigger started is applied without a confirmation, also while others that its stack depends on still run. It requires
    /// <c>vcsRepo</c>.
    /// </summary>
    /// <value>Defaults to <c>false</c>.</value>
    public bool AutoApplyRunTrigger { get; init; }

    /// <summary>Whether HCP Terraform looks for drift once a day. The organization's plan must include health assessments.</summary>
    /// <value>Defaults to <c>false</c>.</value>
    public bool AssessmentsEnabled { get; init; }

    /// <summary>AWS credentials of the runs, in a variable set.</summary>
    /// <value>Defaults to none: you give the workspaces credentials yourself.</value>
    public DynamicCredentialsSpec? DynamicCredentials { get; init; }

    /// <summary>Notifications of every workspace, by name.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, NotificationSpec> Notifications { get; init; } = ReadOnlyDictionary<string, NotificationSpec>.Empty;

    /// <summary>Whether the fleet has a stack of its workspaces.</summary>
    internal bool ManagesWorkspaces => Workspaces != WorkspaceSource.Init;

    /// <summary>Host name of the installation, also where the file does not state it.</summary>
    internal string EffectiveHostname => Hostname ?? "app.terraform.io";
}
