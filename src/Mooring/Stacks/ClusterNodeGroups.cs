using Mooring.Clusters;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;

namespace Mooring.Stacks;

/// <summary>Defines the node groups of a cluster, of both kinds.</summary>
internal sealed class ClusterNodeGroups(ClusterStack stack, FleetSpec fleet, string clusterName)
{
    private readonly ClusterSpec _spec = fleet.Clusters[clusterName];

    /// <summary>Defines the node groups in the cluster's stack.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="targetGroupArns">Target groups of self-managed nodes, which their Auto Scaling group registers.</param>
    public void Define(ICluster cluster, IReadOnlyList<string> targetGroupArns)
    {
        foreach (var (name, group) in _spec.NodeGroups)
        {
            _ = new ManagedNodeGroup(stack, $"NodeGroup-{name}", Managed(cluster, name, group));
        }

        foreach (var (name, group) in _spec.SelfManagedNodeGroups)
        {
            _ = new SelfManagedNodeGroup(stack, $"SelfManagedNodeGroup-{name}", SelfManaged(cluster, name, group, targetGroupArns));
        }
    }

    private ManagedNodeGroupProps Managed(ICluster cluster, string name, NodeGroupSpec group) =>
        new()
        {
            Cluster = cluster,
            NodeGroupName = FleetNames.NodeGroup(fleet, _spec, name),
            RoleName = FleetNames.NodeRole(fleet, clusterName, name),
            // EKS refuses a version beside an AMI that is not its own.
            Version = group.LaunchTemplate?.CustomAmi == true ? null : _spec.Version ?? cluster.ClusterVersion,
            SubnetIds = _spec.Subnets,
            InstanceTypes = group.InstanceTypes,
            MinSize = group.MinSize,
            MaxSize = group.MaxSize,
            CapacityType = group.CapacityType,
            AmiType = group.AmiType,
            DiskSize = group.DiskSize,
            LaunchTemplate = group.LaunchTemplate is { } template
                ? new NodeLaunchTemplate
                {
                    Id = template.Id,
                    Name = template.Name,
                    Version = template.Version,
                }
                : null,
            Update = group.UpdateConfig is { } update
                ? new NodeUpdate { MaxUnavailable = update.MaxUnavailable, MaxUnavailablePercentage = update.MaxUnavailablePercentage }
                : null,
            Labels = group.Labels,
            Taints = ToTaints(group.Taints),
            Tags = _spec.Tags,
            RoleSettings = FleetStack.RolesOf(fleet),
        };

    private SelfManagedNodeGroupProps SelfManaged(ICluster cluster, string name, SelfManagedNodeGroupSpec group, IReadOnlyList<string> targetGroupArns) =>
        new()
        {
            Cluster = cluster,
            NodeGroupName = FleetNames.SelfManagedNodeGroup(clusterName, name),
            RoleName = FleetNames.NodeRole(fleet, clusterName, name),
            KubernetesVersion = _spec.Version ?? throw new ArgumentException("must have a version for self-managed nodes", nameof(cluster)),
            Architecture = group.Architecture,
            SubnetIds = _spec.Subnets,
            InstanceType = group.InstanceType,
            MinSize = group.MinSize,
            MaxSize = group.MaxSize,
            DiskSize = group.DiskSize,
            TargetGroupArns = targetGroupArns,
            Labels = group.Labels,
            Taints = ToTaints(group.Taints),
            // The provider's default tags are not applied to what an Auto Scaling group creates.
            Tags = FleetStack.TagsOf(fleet).Concat(_spec.Tags).GroupBy(tag => tag.Key).ToDictionary(tags => tags.Key, tags => tags.Last().Value),
            RoleSettings = FleetStack.RolesOf(fleet),
        };

    private static NodeTaint[] ToTaints(IReadOnlyList<TaintSpec> taints) =>
        [
            .. taints.Select(taint => new NodeTaint
            {
                Key = taint.Key,
                Value = taint.Value,
                Effect = taint.Effect,
            }),
        ];
}
