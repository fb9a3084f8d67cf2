using Constructs;
using Mooring.Clusters;
using Mooring.Errors;
using Mooring.Iam;

namespace Mooring.Identity;

/// <summary>The role of a workload's service account, with the identity that the workload has in its cluster.</summary>
internal sealed record WorkloadRole
{
    /// <summary>Name of the role.</summary>
    public required string RoleName { get; init; }

    /// <summary>How the service account gets the role.</summary>
    public required WorkloadIdentity Identity { get; init; }

    /// <summary>The cluster; required for <see cref="WorkloadIdentity.PodIdentity"/>.</summary>
    public required ICluster? Cluster { get; init; }

    /// <summary>The cluster's OIDC provider; required for <see cref="WorkloadIdentity.Irsa"/>.</summary>
    public required IOidcProvider? OidcProvider { get; init; }

    /// <summary>The service account.</summary>
    public required ServiceAccount ServiceAccount { get; init; }

    /// <summary>What the workload may do.</summary>
    public required string PolicyJson { get; init; }

    /// <summary>Settings for every role of the organization.</summary>
    public required RoleSettings Settings { get; init; }

    /// <summary>Defines the role, the child <c>Default</c> of a construct with the same properties.</summary>
    /// <returns>ARN of the role.</returns>
    /// <exception cref="ConstructException">The identity lacks its cluster or OIDC provider, or a name or setting is outside AWS's limits.</exception>
    public string DefineIn(Construct construct) =>
        Identity switch
        {
            WorkloadIdentity.PodIdentity => new PodIdentityRole(
                construct,
                "Default",
                new PodIdentityRoleProps
                {
                    RoleName = RoleName,
                    Cluster = Required(construct, Cluster, nameof(Cluster)),
                    ServiceAccounts = [ServiceAccount],
                    PolicyJson = PolicyJson,
                    Settings = Settings,
                }
            ).RoleArn,
            _ => new ServiceAccountRole(
                construct,
                "Default",
                new ServiceAccountRoleProps
                {
                    RoleName = RoleName,
                    OidcProvider = Required(construct, OidcProvider, nameof(OidcProvider)),
                    ServiceAccounts = [ServiceAccount],
                    PolicyJson = PolicyJson,
                    Settings = Settings,
                }
            ).RoleArn,
        };

    private T Required<T>(Construct construct, T? value, string property)
        where T : class
    {
        Property.Require(construct, property, value is null ? $"is required for identity '{Identity.Word()}'" : null);
        return value!;
    }
}
