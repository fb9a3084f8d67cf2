using Mooring.Iam;

namespace Mooring.Identity;

/// <summary>Properties of a <see cref="ServiceAccountRole"/>.</summary>
public sealed record ServiceAccountRoleProps
{
    /// <summary>Name of the role, and of the policy in it, 1 to 64 characters.</summary>
    public required string RoleName { get; init; }

    /// <summary>OIDC provider of the cluster that the service accounts are in.</summary>
    public required IOidcProvider OidcProvider { get; init; }

    /// <summary>The service accounts that may assume the role, at least one.</summary>
    public required IReadOnlyList<ServiceAccount> ServiceAccounts { get; init; }

    /// <summary>What the role may do, an IAM policy in JSON.</summary>
    /// <value>Defaults to none: it may do what policies of other resources allow it.</value>
    public string? PolicyJson { get; init; }

    /// <summary>Settings for every role of the organization.</summary>
    /// <value>Defaults to none.</value>
    public RoleSettings Settings { get; init; } = new();
}
