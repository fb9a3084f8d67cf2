using Mooring.Iam;

namespace Mooring.Workspaces;

/// <summary>Properties of a <see cref="RunRole"/>.</summary>
public sealed record RunRoleProps
{
    /// <summary>Name of the role, 1 to 64 characters.</summary>
    public required string RoleName { get; init; }

    /// <summary>Host name of the installation: <c>app.terraform.io</c> for HCP Terraform.</summary>
    public required string Hostname { get; init; }

    /// <summary>Organization of the workspaces.</summary>
    public required string Organization { get; init; }

    /// <summary>Name of their project.</summary>
    public required string ProjectName { get; init; }

    /// <summary>Their names, in which <c>*</c> stands for any characters.</summary>
    public required IReadOnlyList<string> WorkspaceNames { get; init; }

    /// <summary>ARNs of the policies that it has.</summary>
    public required IReadOnlyList<string> PolicyArns { get; init; }

    /// <summary>ARNs of roles that it may assume.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> AssumableRoleArns { get; init; } = [];

    /// <summary>Whether the account has the OIDC provider of the installation already, so that it is looked up.</summary>
    /// <value>Defaults to <see langword="false"/>: it is created.</value>
    public bool HasOidcProvider { get; init; }

    /// <summary>Settings for every role of the organization.</summary>
    /// <value>Defaults to none.</value>
    public RoleSettings Settings { get; init; } = new();
}
