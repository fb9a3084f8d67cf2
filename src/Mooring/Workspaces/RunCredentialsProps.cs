namespace Mooring.Workspaces;

/// <summary>Properties of <see cref="RunCredentials"/>.</summary>
public sealed record RunCredentialsProps
{
    /// <summary>Organization of the variable set.</summary>
    public required string Organization { get; init; }

    /// <summary>Name of the variable set.</summary>
    public required string VariableSetName { get; init; }

    /// <summary>ARN of the role that the runs assume.</summary>
    public required string RoleArn { get; init; }

    /// <summary>Id of the project whose workspaces have the variable set, all of them.</summary>
    /// <value>Defaults to none.</value>
    public string? ProjectId { get; init; }

    /// <summary>The workspaces that have the variable set, where others in their project must not have it.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<Workspace> Workspaces { get; init; } = [];
}
