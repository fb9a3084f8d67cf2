using Mooring.Clusters;
using Mooring.Iam;

namespace Mooring.Identity;

/// <summary>Properties of a <see cref="PodIdentityRole"/>.</summary>
public sealed record PodIdentityRoleProps
{
    /// <summary>Name of the role, and of the policy in it, 1 to 64 characters.</summary>
    public required string RoleName { get; init; }

    /// <summary>The cluster that the service accounts are in.</summary>
    public required ICluster Cluster { get; init; }

    /// <summary>The service accounts that may assume the role, at least one.</summary>
    public required IReadOnlyList<ServiceAccount> ServiceAccounts { get; init; }

    /// <summary>What the role may do, an IAM policy in JSON.</summary>
    public required string PolicyJson { get; init; }

    /// <summary>Settings for every role of the organization.</summary>
    /// <value>Defaults to none.</value>
    public RoleSettings Settings { get; init; } = new();
}
