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
    /// ARNs of the roles in other accounts that it may assume. Roles of its own account need not be listed: it is enough that their trust policy
    /// names this role, as that of a <see cref="ClusterAccessRole"/> does.
    /// </summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> AccessRoleArns { get; init; } = [];

    /// <summary>
    /// ARNs of roles in other accounts that it may assume, each with a path and a <c>*</c> in place of the name:
    /// <c>arn:&lt;partition&gt;:iam::222233334444:role/argocd/shop/*</c>. Only an identity that may create roles under that path can add to them.
    /// </summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> AccessRolePatterns { get; init; } = [];

    /// <summary>Settings for every role of the organization.</summary>
    /// <value>Defaults to none.</value>
    public RoleSettings Settings { get; init; } = new();
}
