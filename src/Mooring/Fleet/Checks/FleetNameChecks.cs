using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>Checks the names in a fleet against those in the deployed one; see <see cref="NameChangeChecks"/>.</summary>
internal sealed class FleetNameChecks(FleetSpec fleet, FleetSpec deployed, FaultScope root)
{
    private readonly PartContents _contents = new(OriginalNames.Of(fleet), OriginalNames.Of(deployed));
    private readonly PartContents _contentsBefore = new(OriginalNames.Of(deployed), OriginalNames.Of(fleet));

    /// <summary>Adds the errors.</summary>
    public void Check()
    {
        new NameChangeChecks(
            NamedPart.LoadBalancersOf(fleet, root),
            NamedPart.LoadBalancersOf(deployed, root),
            _contents.LoadBalancer,
            _contentsBefore.LoadBalancer
        ).Check();
        var (clusters, before) = (NamedPart.ClustersOf(fleet, root), NamedPart.ClustersOf(deployed, root));
        new NameChangeChecks(clusters, before, _contents.Cluster, _contentsBefore.Cluster).Check();
        foreach (var part in clusters)
        {
            if (before.FirstOrDefault(other => other.Original == part.Original) is { } old)
            {
                CheckParts(part, fleet.Clusters[part.Name], deployed.Clusters[old.Name]);
            }
        }
    }

    private void CheckParts(NamedPart part, ClusterSpec cluster, ClusterSpec old)
    {
        var (name, scope) = (part.Original, part.Scope);
        new NameChangeChecks(
            NamedPart.BindingsOf(fleet, cluster, scope),
            NamedPart.BindingsOf(deployed, old, scope),
            binding => _contents.Binding(name, binding),
            binding => _contentsBefore.Binding(name, binding)
        ).Check();
        new NameChangeChecks(
            NamedPart.NodeGroupsOf(cluster, scope),
            NamedPart.NodeGroupsOf(old, scope),
            group => _contents.NodeGroup(name, group),
            group => _contentsBefore.NodeGroup(name, group)
        ).Check();
        new NameChangeChecks(
            NamedPart.SelfManagedNodeGroupsOf(cluster, scope),
            NamedPart.SelfManagedNodeGroupsOf(old, scope),
            group => _contents.SelfManagedNodeGroup(name, group),
            group => _contentsBefore.SelfManagedNodeGroup(name, group)
        ).Check();
    }
}
