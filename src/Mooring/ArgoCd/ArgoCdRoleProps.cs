using Mooring.Iam;
using Mooring.Identity;

namespace Mooring.ArgoCd;

/// <summary>Properties of an <see cref="ArgoCdRole"/>.</summary>
public sealed record ArgoCdRoleProps
{
    /// <summary>Name of the role, 1 to 64 characters.</summary>
    public required string RoleName { get; init; }

    /// <summary>OIDC provider of the root cluster.</summary>
    public required IOidcProvider OidcProvider { get; init; }

    /// <summary>Namespace where Argo CD runs.</summary>
    /// <value>Defaults to <c>argocd</c>.</value>
    public string Namespace { get; init; } = "argocd";

    /// <summary>
    /// Pattern of the names of the roles that it may assume, in its own account. A pattern, so that a cluster more does
    /// not change the root cluster.
    /// </summary>
    public required string AccessRoleNamePattern { get; init; }

    /// <summary>Settings for every role of the organization.</summary>
    /// <value>Defaults to none.</value>
    public RoleSettings Settings { get; init; } = new();
}
