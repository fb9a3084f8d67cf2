using Mooring.Clusters;
using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Limits;

namespace Mooring.Fleet.Checks;

/// <summary>Checks the node groups of a cluster, of both kinds.</summary>
/// <param name="fleet">The fleet.</param>
/// <param name="cluster">The cluster.</param>
/// <param name="scope">The cluster's scope.</param>
internal sealed class NodeGroupChecks(FleetSpec fleet, ClusterSpec cluster, FaultScope scope)
{
    private readonly HashSet<string> _managed = [.. cluster.NodeGroups.Keys.Select(name => OriginalNames.NodeGroup(cluster, name))];

    /// <summary>Adds the errors of the node groups.</summary>
    public void Check()
    {
        OriginalNameChecks.Check(NamedPart.NodeGroupsOf(cluster, scope));
        OriginalNameChecks.Check(NamedPart.SelfManagedNodeGroupsOf(cluster, scope));
        foreach (var (name, group) in cluster.NodeGroups)
        {
            CheckManaged(name, group, scope.At(cluster.NodeGroups).Entry(name));
        }

        CheckNamesInAws();
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
        at.CheckName(name, TerraformText.Verbatim);
        at.Check(group.Renamed, EksLimits.NodeGroupName);
        at.Check(group.Renamed, TerraformText.Verbatim);
        at.Check(group.MinSize, EksLimits.NodeGroupMinSize);
        at.Check(group.MaxSize, size => EksLimits.NodeGroupMaxSize(size, group.MinSize));
        CheckLabels(group.Labels, at.At(group.Labels));
        CheckTaints(group.Taints, at.At(group.Taints));
        var hasTemplate = group.LaunchTemplate is not null;
        at.Check(group.InstanceTypes, types => EksLimits.InstanceTypes(types.Count, hasTemplate));
        at.CheckEach(group.InstanceTypes, AwsLimits.InstanceType);
        at.Check(group.AmiType, EksLimits.AmiType);
        at.Check(group.DiskSize, size => EksLimits.DiskSize(size, hasTemplate));
        at.Check(group.LaunchTemplate, template => EksLimits.LaunchTemplate(template.Id, template.Name));
        at.Check(group.UpdateConfig, update => EksLimits.NodeUpdate(update.MaxUnavailable, update.MaxUnavailablePercentage));
    }

    /// <summary>A name is cut, so that a hash of what EKS would replace the node group for fits behind it.</summary>
    private void CheckNamesInAws()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in cluster.NodeGroups.Keys)
        {
            var inAws = FleetNames.NodeGroup(fleet, cluster, name);
            if (!names.TryAdd(inAws, name) && OriginalNames.NodeGroup(cluster, name) != OriginalNames.NodeGroup(cluster, names[inAws]))
            {
                scope
                    .At(cluster.NodeGroups)
                    .Entry(name)
                    .As(ErrorCodes.Taken)
                    .AddBeside($"must differ from node group '{names[inAws]}' in the first 54 characters: both would be '{inAws}' in EKS");
            }
        }
    }

    private void CheckSelfManaged(string name, SelfManagedNodeGroupSpec group, FaultScope at)
    {
        at.CheckName(name, EksLimits.NodeGroupName);
        at.CheckName(name, TerraformText.Verbatim);
        at.Check(group.Renamed, EksLimits.NodeGroupName);
        at.Check(group.Renamed, TerraformText.Verbatim);
        at.Check(group.MinSize, EksLimits.NodeGroupMinSize);
        at.Check(group.MaxSize, size => EksLimits.NodeGroupMaxSize(size, group.MinSize));
        CheckLabels(group.Labels, at.At(group.Labels));
        CheckTaints(group.Taints, at.At(group.Taints));
        at.Check(group.InstanceType, AwsLimits.InstanceType);
        at.Check(group.DiskSize, size => EksLimits.DiskSize(size));
        var original = OriginalNames.SelfManagedNodeGroup(cluster, name);
        if (_managed.Contains(original))
        {
            (group.Renamed is null ? at : at.At(group.Renamed))
                .As(ErrorCodes.Taken)
                .AddBeside("must have another name than a managed node group of the cluster: their roles would have the same name");
        }
    }

    private static void CheckLabels(IReadOnlyDictionary<string, string> labels, FaultScope at)
    {
        foreach (var (key, value) in labels)
        {
            at.Entry(key).AddBeside(EksLimits.NodeLabelKey(key));
            at.Entry(key).AddBeside(KubernetesLimits.LabelValue(value));
        }
    }

    private static void CheckTaints(IReadOnlyList<TaintSpec> taints, FaultScope at)
    {
        at.AddIf(EksLimits.TaintCount(taints.Count));
        var before = new HashSet<(string, TaintEffect)>();
        foreach (var (index, taint) in taints.Index())
        {
            var entry = at.Entry(index);
            entry.Check(taint.Key, EksLimits.TaintKey);
            entry.Check(taint.Value, KubernetesLimits.LabelValue);
            if (!before.Add((taint.Key, taint.Effect)) && !entry.IsIncomplete)
            {
                entry.AddBeside(EksLimits.TaintTwice(taint.Key, taint.Effect));
            }
        }
    }
}
