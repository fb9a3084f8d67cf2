using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>Checks the names in a fleet against those in the deployed one; see <see cref="NameChangeChecks"/>.</summary>
/// <param name="fleet">The fleet.</param>
/// <param name="deployed">The deployed fleet.</param>
/// <param name="contents">What the parts of the fleet contain.</param>
/// <param name="contentsBefore">What the parts of the deployed one contain.</param>
/// <param name="root">The scope of the whole file.</param>
internal sealed class FleetNameChecks(FleetSpec fleet, FleetSpec deployed, PartContents contents, PartContents contentsBefore, FaultScope root)
{
    /// <summary>Adds the errors.</summary>
    public void Check()
    {
        new NameChangeChecks(
            NamedPart.LoadBalancersOf(fleet, root),
            NamedPart.LoadBalancersOf(deployed, root),
            contents.LoadBalancer,
            contentsBefore.LoadBalancer
        ).Check();
        var (clusters, before) = (NamedPart.ClustersOf(fleet, root), NamedPart.ClustersOf(deployed, root));
        new NameChangeChecks(clusters, before, contents.Cluster, contentsBefore.Cluster).Check();
        var deployedNames = before.ToDictionary(part => part.Original, part => part.Name, StringComparer.Ordinal);
        foreach (var part in clusters)
        {
            if (deployedNames.TryGetValue(part.Original, out var old))
            {
                CheckParts(part, fleet.Clusters[part.Name], deployed.Clusters[old]);
            }
        }
    }

    private void CheckParts(NamedPart part, ClusterSpec cluster, ClusterSpec old)
    {
        var (name, scope) = (part.Original, part.Scope);
        new NameChangeChecks(
            NamedPart.BindingsOf(fleet, cluster, scope),
            NamedPart.BindingsOf(deployed, old, scope),
            binding => contents.Binding(name, binding),
            binding => contentsBefore.Binding(name, binding)
        ).Check();
        new NameChangeChecks(
            NamedPart.NodeGroupsOf(cluster, scope),
            NamedPart.NodeGroupsOf(old, scope),
            group => contents.NodeGroup(name, group),
            group => contentsBefore.NodeGroup(name, group)
        ).Check();
        new NameChangeChecks(
            NamedPart.SelfManagedNodeGroupsOf(cluster, scope),
            NamedPart.SelfManagedNodeGroupsOf(old, scope),
            group => contents.SelfManagedNodeGroup(name, group),
            group => contentsBefore.SelfManagedNodeGroup(name, group)
        ).Check();
    }
}
