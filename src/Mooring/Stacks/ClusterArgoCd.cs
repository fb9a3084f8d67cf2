using HashiCorp.Cdktf.Providers.Aws.DataAwsIamRole;
using Mooring.ArgoCd;
using Mooring.Clusters;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Iam;
using Mooring.Identity;

namespace Mooring.Stacks;

/// <summary>Defines what Argo CD needs in a cluster: its own role or its EKS Capability in the root cluster, and access to each.</summary>
internal sealed class ClusterArgoCd(ClusterStack stack, FleetSpec fleet, string clusterName)
{
    private readonly FleetLocation _location = FleetLocation.OfCluster(fleet, clusterName);

    private ClusterAccessPolicy ArgoCdPolicy => ClusterAccessPolicy.ClusterAdmin with { Namespaces = FleetRegistrations.ConfinedTo(fleet, clusterName) };

    /// <summary>Defines it in the cluster's stack.</summary>
    /// <param name="argoCd">The fleet's Argo CD.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="provider">Its OIDC provider, which is defined where it is used.</param>
    public void Define(ArgoCdSpec argoCd, ICluster cluster, Lazy<IOidcProvider> provider)
    {
        var isRoot = FleetRegistrations.IsRoot(fleet, clusterName);
        if (argoCd.IsCapability)
        {
            DefineCapabilityAccess(argoCd, cluster, isRoot);
        }
        else if (isRoot)
        {
            DefineArgoCdRole(argoCd, provider.Value);
        }
        else
        {
            DefineArgoCdAccess(argoCd, cluster);
        }
    }

    private void DefineCapabilityAccess(ArgoCdSpec argoCd, ICluster cluster, bool isRoot)
    {
        var capability = isRoot && argoCd.Capability is { } spec ? DefineCapability(argoCd, spec, cluster) : null;
        _ = new CapabilityAccess(
            stack,
            "ArgoCdAccess",
            new CapabilityAccessProps
            {
                Cluster = cluster,
                CapabilityRoleArn = capability?.RoleArn ?? argoCd.CapabilityRole ?? LookUpArgoCdRole(FleetNames.ArgoCdCapabilityRole(fleet)),
                AccessPolicy = ArgoCdPolicy,
                Capability = capability,
                // EKS gives the capability access to the cluster that it belongs to.
                CreateAccessEntry = !isRoot,
            }
        );
    }

    private ArgoCdCapability DefineCapability(ArgoCdSpec argoCd, CapabilitySpec spec, ICluster cluster)
    {
        var capability = new ArgoCdCapability(
            stack,
            "ArgoCdCapability",
            new ArgoCdCapabilityProps
            {
                Cluster = cluster,
                CapabilityName = spec.Name,
                RoleName = argoCd.CapabilityRole is null ? FleetNames.ArgoCdCapabilityRole(fleet) : null,
                RoleArn = argoCd.CapabilityRole,
                IdentityCenterArn = spec.IdentityCenter.Instance,
                IdentityCenterRegion = spec.IdentityCenter.Region ?? _location.Region,
                Namespace = argoCd.Namespace,
                VpcEndpointIds = spec.VpcEndpoints,
                Admins = MembersOf(spec.Admins),
                Editors = MembersOf(spec.Editors),
                Viewers = MembersOf(spec.Viewers),
                Tags = fleet.Clusters[clusterName].Tags,
                RoleSettings = FleetStack.RolesOf(fleet),
            }
        );

        stack.Output("argocd_capability_role_arn", "ARN of the role of the EKS Capability for Argo CD", capability.RoleArn);
        stack.Output("argocd_server_url", "URL of Argo CD's server", capability.ServerUrl);
        return capability;
    }

    private static ArgoCdMembers MembersOf(IdentitiesSpec identities) => new() { UserIds = identities.Users, GroupIds = identities.Groups };

    private void DefineArgoCdRole(ArgoCdSpec argoCd, IOidcProvider provider)
    {
        var role = new ArgoCdRole(
            stack,
            "ArgoCdRole",
            new ArgoCdRoleProps
            {
                RoleName = FleetNames.ArgoCdRole(fleet),
                OidcProvider = provider,
                Namespace = argoCd.Namespace,
                AccessRolePatterns = AccessRolePatterns(),
                Settings = FleetStack.RolesOf(fleet),
            }
        );

        stack.Output("argocd_role_arn", "ARN of Argo CD's own role", role.RoleArn);
    }

    private void DefineArgoCdAccess(ArgoCdSpec argoCd, ICluster cluster)
    {
        var accessRole = new ClusterAccessRole(
            stack,
            "ArgoCdAccess",
            new ClusterAccessRoleProps
            {
                RoleName = FleetNames.ArgoCdAccessRole(fleet, clusterName),
                Cluster = cluster,
                ArgoCdRoleArn = argoCd.Role ?? LookUpArgoCdRole(FleetNames.ArgoCdRole(fleet)),
                AccessPolicy = ArgoCdPolicy,
                Settings = _location.IsInAccountOf(FleetLocation.OfArgoCd(fleet))
                    ? FleetStack.RolesOf(fleet)
                    : FleetStack.RolesOf(fleet) with
                    {
                        Path = FleetNames.ArgoCdAccessPath(fleet),
                    },
            }
        );

        stack.Output("argocd_access_role_arn", "ARN of the role that Argo CD assumes", accessRole.RoleArn);
    }

    private string LookUpArgoCdRole(string roleName) =>
        new DataAwsIamRole(
            stack,
            "ArgoCdRole",
            new DataAwsIamRoleConfig { Name = roleName, Provider = stack.Providers.For(FleetLocation.OfArgoCd(fleet)) }
        ).Arn;

    /// <summary>
    /// The roles in other accounts that Argo CD may assume. Those of its own account name it in their trust policy, which is enough there. The path has
    /// the name of the fleet, so that a role of somebody else's is not among them.
    /// </summary>
    private string[] AccessRolePatterns() =>
        [
            .. fleet
                .Locations.Keys.Prepend(null)
                .Select(name => FleetLocation.Of(fleet, name))
                .Where(location => !location.IsInAccountOf(_location))
                .Select(location => RolesUnder(location.Account, FleetNames.ArgoCdAccessPath(fleet)))
                .Concat(fleet.ArgoCd!.Guests.SelectMany(PatternsOf))
                .Distinct(),
        ];

    private IEnumerable<string> PatternsOf(KeyValuePair<string, ArgoCdGuestSpec> guest) =>
        guest.Value.Accounts.Select(account => RolesUnder(account, FleetNames.ArgoCdAccessPath(guest.Value.IamPath, guest.Key)));

    private string RolesUnder(string? account, string path) => $"arn:{AwsAccount.Of(stack).Partition}:iam::{account}:role{path}*";
}
