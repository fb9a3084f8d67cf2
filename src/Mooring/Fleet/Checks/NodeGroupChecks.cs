using Mooring.Clusters;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>Checks the node groups of a cluster, of both kinds.</summary>
internal sealed class NodeGroupChecks(string clusterPath, ClusterSpec cluster, FaultCollector faults)
{
    /// <summary>Adds what is wrong with the node groups.</summary>
    public void Check()
    {
        foreach (var (name, group) in cluster.NodeGroups)
        {
            var path = $"{clusterPath}.nodeGroups.{name}";
            faults.AddNameIf(path, EksLimits.NodeGroupName(name));
            CheckSizes(path, group.MinSize, group.MaxSize);
            CheckLabelsAndTaints(path, group.Labels, group.Taints);
            CheckManaged(path, group);
        }

        foreach (var (name, group) in cluster.SelfManagedNodeGroups)
        {
            var path = $"{clusterPath}.selfManagedNodeGroups.{name}";
            faults.AddNameIf(path, EksLimits.NodeGroupName(name));
            CheckSizes(path, group.MinSize, group.MaxSize);
            CheckLabelsAndTaints(path, group.Labels, group.Taints);
            faults.AddIf($"{path}.diskSize", EksLimits.DiskSize(group.DiskSize));
            faults.AddIf(path, cluster.NodeGroups.ContainsKey(name) ? "must have another name than a managed node group of the cluster: their roles are named alike" : null);
        }

        if (cluster is { SelfManagedNodeGroups.Count: > 0, Version: null })
        {
            faults.Add($"{clusterPath}.version", "is required of a cluster with self-managed node groups, whose nodes have the same");
        }
    }

    private void CheckManaged(string path, NodeGroupSpec group)
    {
        var hasTemplate = group.LaunchTemplate is not null;
        faults.AddIf($"{path}.instanceTypes", EksLimits.InstanceTypes(group.InstanceTypes.Count, hasTemplate));
        faults.AddIf($"{path}.amiType", group.AmiType is { } amiType ? EksLimits.AmiType(amiType, hasTemplate) : null);
        faults.AddIf($"{path}.diskSize", group.DiskSize is { } size ? EksLimits.DiskSize(size, hasTemplate) : null);
        faults.AddIf($"{path}.launchTemplate", group.LaunchTemplate is { } template ? EksLimits.LaunchTemplate(template.Id, template.Name) : null);
        faults.AddIf($"{path}.updateConfig", group.UpdateConfig is { } update ? EksLimits.NodeUpdate(update.MaxUnavailable, update.MaxUnavailablePercentage) : null);
    }

    private void CheckSizes(string path, int minSize, int maxSize)
    {
        faults.AddIf($"{path}.minSize", EksLimits.NodeGroupMinSize(minSize));
        faults.AddIf($"{path}.maxSize", EksLimits.NodeGroupMaxSize(maxSize, minSize));
    }

    private void CheckLabelsAndTaints(string path, IReadOnlyDictionary<string, string> labels, IReadOnlyList<TaintSpec> taints)
    {
        faults.AddIf($"{path}.labels", EksLimits.NodeLabels(labels));
        faults.AddIf($"{path}.taints", EksLimits.NodeTaints([.. taints.Select(taint => new NodeTaint { Key = taint.Key, Value = taint.Value, Effect = taint.Effect })]));
    }
}
