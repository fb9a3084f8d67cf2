using Mooring.Iam;

namespace Mooring.Clusters;

/// <summary>Properties of a <see cref="SelfManagedNodeGroup"/>.</summary>
public sealed record SelfManagedNodeGroupProps
{
    /// <summary>The cluster that the nodes join. Its Services have IPv4 addresses.</summary>
    public required ICluster Cluster { get; init; }

    /// <summary>
    /// Name of the Auto Scaling group, unique in the account and region, unlike that of a managed node group: 1 to 63 letters, digits,
    /// hyphens and underscores.
    /// </summary>
    public required string NodeGroupName { get; init; }

    /// <summary>Name of the nodes' role and of their instance profile, 1 to 64 characters.</summary>
    public required string RoleName { get; init; }

    /// <summary>Kubernetes version of the nodes, such as <c>1.36</c>: that of the cluster, or an older one.</summary>
    public required string KubernetesVersion { get; init; }

    /// <summary>Architecture of the instance type.</summary>
    /// <value>Defaults to <see cref="NodeArchitecture.X86"/>.</value>
    public NodeArchitecture Architecture { get; init; } = NodeArchitecture.X86;

    /// <summary>Ids of the subnets that its nodes are in, at least one.</summary>
    public required IReadOnlyList<string> SubnetIds { get; init; }

    /// <summary>EC2 instance type of its nodes.</summary>
    public required string InstanceType { get; init; }

    /// <summary>The fewest nodes it may have, at least 0; it starts with as many.</summary>
    public required int MinSize { get; init; }

    /// <summary>The most nodes it may have, at least 1 and no fewer than <see cref="MinSize"/>.</summary>
    public required int MaxSize { get; init; }

    /// <summary>Size of a node's disk in GiB, 1 to 16384. It is encrypted.</summary>
    /// <value>Defaults to 20 GiB.</value>
    public int DiskSize { get; init; } = 20;

    /// <summary>
    /// ARNs of the target groups that its nodes register themselves with: the article's first way, without the AWS Load Balancer Controller.
    /// They are of target type <c>instance</c>, and no TargetGroupBinding names them, or the two would evict each other's targets.
    /// </summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> TargetGroupArns { get; init; } = [];

    /// <summary>Labels of its nodes in Kubernetes.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Taints of its nodes, at most 50.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<NodeTaint> Taints { get; init; } = [];

    /// <summary>Tags of the Auto Scaling group, its instances and their disks. An Auto Scaling group has none of the provider's default tags.</summary>
    /// <value>Defaults to none but the one by which the cluster knows its nodes.</value>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Settings for every role of the organization.</summary>
    /// <value>Defaults to none.</value>
    public RoleSettings RoleSettings { get; init; } = new();
}
