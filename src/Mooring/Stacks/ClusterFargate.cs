using Mooring.Clusters;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;

namespace Mooring.Stacks;

/// <summary>Defines the Fargate profiles of a cluster.</summary>
internal sealed class ClusterFargate(ClusterStack stack, FleetSpec fleet, string clusterName)
{
    private readonly ClusterSpec _spec = fleet.Clusters[clusterName];

    /// <summary>Defines them in the cluster's stack.</summary>
    /// <param name="cluster">The cluster.</param>
    public IReadOnlyList<FargateProfile> Define(ICluster cluster) =>
        [
            .. _spec.FargateProfiles.Select(profile => new FargateProfile(
                stack,
                $"FargateProfile-{profile.Key}",
                new FargateProfileProps
                {
                    Cluster = cluster,
                    EksClusterName = clusterName,
                    Region = FleetLocation.OfCluster(fleet, clusterName).Region,
                    ProfileName = FleetNames.FargateProfile(fleet, clusterName, profile.Key),
                    RoleName = FleetNames.FargateRole(fleet, clusterName, profile.Key),
                    SubnetIds = FleetNames.SubnetsOf(_spec, profile.Value),
                    Selectors =
                    [
                        .. profile.Value.Selectors.Select(selector => new FargateSelector { Namespace = selector.Namespace, Labels = selector.Labels }),
                    ],
                    Tags = _spec.Tags,
                    RoleSettings = FleetStack.RolesOf(fleet),
                }
            )),
        ];
}
