using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>
/// Checks that no cluster loses the role through which its controller deregisters its targets: the stack of a load balancer in another account is
/// applied before the cluster's, and a removed TargetGroupBinding waits for its controller.
/// </summary>
/// <param name="fleet">The fleet.</param>
/// <param name="deployed">The deployed fleet, with its original names.</param>
/// <param name="root">The scope of the whole file.</param>
internal sealed class TargetRoleChangeChecks(FleetSpec fleet, FleetSpec deployed, FaultScope root)
{
    /// <summary>Adds the errors.</summary>
    public void Check()
    {
        foreach (var (loadBalancer, original) in fleet.LoadBalancers.Keys.Select(name => (name, OriginalNames.LoadBalancer(fleet, name))))
        {
            var before = BindingLocation.ClustersOfOtherAccounts(deployed, original).ToHashSet(StringComparer.Ordinal);
            before.ExceptWith(BindingLocation.ClustersOfOtherAccounts(fleet, loadBalancer).Select(name => OriginalNames.Cluster(fleet, name)));
            foreach (var (name, cluster) in fleet.Clusters.Where(pair => before.Contains(OriginalNames.Cluster(fleet, pair.Key))))
            {
                root.At(fleet.Clusters)
                    .Entry(name)
                    .At(cluster.Bindings)
                    .Add(
                        $"must have a binding to load balancer '{loadBalancer}', as deployed: the controller deregisters its targets with a role of that "
                            + "account, which would be destroyed first; see docs/locations.md#a-cluster-apart-from-its-load-balancer"
                    );
            }
        }
    }
}
