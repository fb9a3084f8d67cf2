namespace Mooring.Workspaces;

/// <summary>Properties of a <see cref="Workspace"/>.</summary>
public sealed record WorkspaceProps
{
    /// <summary>Organization that the workspace belongs to.</summary>
    public required string Organization { get; init; }

    /// <summary>Name of the workspace: at most 90 letters, digits, hyphens and underscores.</summary>
    public required string WorkspaceName { get; init; }

    /// <summary>Id of the project that it is in.</summary>
    public required string ProjectId { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>Version of Terraform, or a constraint, of which each run uses the newest release.</summary>
    public required string TerraformVersion { get; init; }

    /// <summary>Where Terraform runs.</summary>
    /// <value>Defaults to <see cref="ExecutionMode.Remote"/>.</value>
    public ExecutionMode ExecutionMode { get; init; } = ExecutionMode.Remote;

    /// <summary>Id of the agent pool; with <see cref="ExecutionMode.Agent"/> only.</summary>
    /// <value>Defaults to none.</value>
    public string? AgentPoolId { get; init; }

    /// <summary>The repository whose commits start runs.</summary>
    /// <value>Defaults to none: runs are started by the CLI.</value>
    public WorkspaceRepository? Repository { get; init; }

    /// <summary>Folder in which Terraform runs, from the root of the repository.</summary>
    /// <value>Defaults to the root. A run of the CLI uploads parent folders as well where this is another one.</value>
    public string WorkingDirectory { get; init; } = string.Empty;

    /// <summary>Whether a run is applied without a confirmation.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool AutoApply { get; init; }

    /// <summary>Whether a run that a run trigger started is applied without a confirmation.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool AutoApplyRunTrigger { get; init; }

    /// <summary>Whether HCP Terraform looks for drift once a day.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool AssessmentsEnabled { get; init; }

    /// <summary>Its notifications, at most 20.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<WorkspaceNotification> Notifications { get; init; } = [];

    /// <summary>Whether a workspace of this name exists and is imported.</summary>
    /// <value>Defaults to <see langword="false"/>: it is created.</value>
    public bool Adopt { get; init; }
}
