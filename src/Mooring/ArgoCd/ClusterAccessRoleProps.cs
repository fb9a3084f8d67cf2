using Mooring.Clusters;
using Mooring.Iam;

namespace Mooring.ArgoCd;

/// <summary>Properties of a <see cref="ClusterAccessRole"/>.</summary>
public sealed record ClusterAccessRoleProps
{
    /// <summary>Name of the role, 1 to 64 characters.</summary>
    public required string RoleName { get; init; }

    /// <summary>The cluster that the role gives access to.</summary>
    public required ICluster Cluster { get; init; }

    /// <summary>ARN of Argo CD's own role, which may assume this one.</summary>
    public required string ArgoCdRoleArn { get; init; }

    /// <summary>What Argo CD may do in the cluster.</summary>
    /// <value>Defaults to <see cref="ClusterAccessPolicy.ClusterAdmin"/>.</value>
    public ClusterAccessPolicy AccessPolicy { get; init; } = ClusterAccessPolicy.ClusterAdmin;

    /// <summary>Settings for every role of the organization.</summary>
    /// <value>Defaults to none.</value>
    public RoleSettings Settings { get; init; } = new();
}
