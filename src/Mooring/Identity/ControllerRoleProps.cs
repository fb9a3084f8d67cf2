using Mooring.Clusters;
using Mooring.Iam;

namespace Mooring.Identity;

/// <summary>Properties of a <see cref="ControllerRole"/>.</summary>
public sealed record ControllerRoleProps
{
    /// <summary>Name of the role, 1 to 64 characters. The article calls it <c>&lt;cluster&gt;-aws-lb-controller</c>.</summary>
    public required string RoleName { get; init; }

    /// <summary>How the controller's service account gets the role.</summary>
    /// <value>Defaults to <see cref="WorkloadIdentity.Irsa"/>.</value>
    public WorkloadIdentity Identity { get; init; } = WorkloadIdentity.Irsa;

    /// <summary>OIDC provider of the cluster that the controller runs in.</summary>
    /// <value>Defaults to none; <see cref="WorkloadIdentity.Irsa"/> needs it.</value>
    public IOidcProvider? OidcProvider { get; init; }

    /// <summary>The cluster that the controller runs in.</summary>
    /// <value>Defaults to none; <see cref="WorkloadIdentity.PodIdentity"/> needs it.</value>
    public ICluster? Cluster { get; init; }

    /// <summary>What the controller may do.</summary>
    public required ControllerPermissions Permissions { get; init; }

    /// <summary>Settings for every role of the organization.</summary>
    /// <value>Defaults to none.</value>
    public RoleSettings Settings { get; init; } = new();
}
