using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>
/// Checks the managed node groups of a cluster against the deployed ones. The number of nodes is the autoscaler's, so Terraform does not change it, and
/// EKS refuses a minimum above it or a maximum below it.
/// </summary>
/// <param name="fleet">The fleet.</param>
/// <param name="deployed">The deployed fleet, with its original names.</param>
/// <param name="name">Name of the cluster, which both fleets have.</param>
/// <param name="root">The fleet's scope.</param>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupScalingConfig.html"/>
internal sealed class NodeGroupChangeChecks(FleetSpec fleet, FleetSpec deployed, string name, FaultScope root)
{
    private readonly ClusterSpec _cluster = fleet.Clusters[name];
    private readonly string _original = OriginalNames.Cluster(fleet, name);

    /// <summary>Adds the warnings of the change.</summary>
    public void Warn()
    {
        var before = deployed.Clusters[_original];
        foreach (var (groupName, group) in _cluster.NodeGroups)
        {
            var original = OriginalNames.NodeGroup(_cluster, groupName);
            var nameInAws = FleetNames.NodeGroup(fleet, _cluster, groupName);
            if (before.NodeGroups.TryGetValue(original, out var old) && FleetNames.NodeGroup(deployed, before, original) == nameInAws)
            {
                Warn(group, old, nameInAws, root.At(fleet.Clusters).Entry(name).At(_cluster.NodeGroups).Entry(groupName));
            }
        }
    }

    private void Warn(NodeGroupSpec group, NodeGroupSpec old, string nameInAws, FaultScope at)
    {
        if (group.MinSize > old.MinSize)
        {
            at.At(group.MinSize)
                .Warn(
                    WarningChecks.RunningNodes,
                    $"is above the deployed {old.MinSize}: EKS refuses it while fewer nodes run, got {group.MinSize}; "
                        + Scale(nameInAws, Math.Max(old.MaxSize, group.MinSize), group.MinSize)
                );
        }

        if (group.MaxSize < old.MaxSize)
        {
            at.At(group.MaxSize)
                .Warn(
                    WarningChecks.RunningNodes,
                    $"is below the deployed {old.MaxSize}: EKS refuses it while more nodes run, got {group.MaxSize}; "
                        + Scale(nameInAws, old.MaxSize, group.MaxSize)
                );
        }
    }

    private string Scale(string nodeGroup, int max, int nodes) =>
        $"where that is so, first run 'aws eks update-nodegroup-config --cluster-name {_original} --nodegroup-name {nodeGroup} --scaling-config "
        + $"maxSize={max},desiredSize={nodes}'";
}
