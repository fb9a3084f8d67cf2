using Mooring.Clusters;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>Checks the node groups of a cluster, of both kinds.</summary>
internal sealed class NodeGroupChecks(ClusterSpec cluster, FaultScope scope)
{
    /// <summary>Adds the errors of the node groups.</summary>
    public void Check()
    {
        foreach (var (name, group) in cluster.NodeGroups)
        {
            CheckManaged(name, group, scope.At(cluster.NodeGroups).Entry(name));
        }

        foreach (var (name, group) in cluster.SelfManagedNodeGroups)
        {
            CheckSelfManaged(name, group, scope.At(cluster.SelfManagedNodeGroups).Entry(name));
        }

        if (cluster is { SelfManagedNodeGroups.Count: > 0, Version: null })
        {
            scope.At(cluster.Version).As(ErrorCodes.Missing).Add("is required of a cluster with self-managed node groups, whose nodes run the same version");
        }
    }

    private static void CheckManaged(string name, NodeGroupSpec group, FaultScope at)
    {
        at.CheckName(name, EksLimits.NodeGroupName);
        at.Check(group.MinSize, EksLimits.NodeGroupMinSize);
        at.Check(group.MaxSize, size => EksLimits.NodeGroupMaxSize(size, group.MinSize));
        at.Check(group.Labels, EksLimits.NodeLabels);
        at.Check(group.Taints, Taints);
        var hasTemplate = group.LaunchTemplate is not null;
        at.Check(group.InstanceTypes, types => EksLimits.InstanceTypes(types.Count, hasTemplate));
        at.Check(group.AmiType, EksLimits.AmiType);
        at.Check(group.DiskSize, size => EksLimits.DiskSize(size, hasTemplate));
        at.Check(group.LaunchTemplate, template => EksLimits.LaunchTemplate(template.Id, template.Name));
        at.Check(group.UpdateConfig, update => EksLimits.NodeUpdate(update.MaxUnavailable, update.MaxUnavailablePercentage));
    }

    private void CheckSelfManaged(string name, SelfManagedNodeGroupSpec group, FaultScope at)
    {
        at.CheckName(name, EksLimits.NodeGroupName);
        at.Check(group.MinSize, EksLimits.NodeGroupMinSize);
        at.Check(group.MaxSize, size => EksLimits.NodeGroupMaxSize(size, group.MinSize));
        at.Check(group.Labels, EksLimits.NodeLabels);
        at.Check(group.Taints, Taints);
        at.Check(group.DiskSize, size => EksLimits.DiskSize(size));
        if (cluster.NodeGroups.ContainsKey(name))
        {
            at.As(ErrorCodes.Taken).Add("must have another name than a managed node group of the cluster: their roles would have the same name");
        }
    }

    private static string? Taints(IReadOnlyList<TaintSpec> taints) =>
        EksLimits.NodeTaints([
            .. taints.Select(taint => new NodeTaint
            {
                Key = taint.Key,
                Value = taint.Value,
                Effect = taint.Effect,
            }),
        ]);
}
