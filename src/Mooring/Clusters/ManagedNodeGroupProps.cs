using Mooring.Iam;

namespace Mooring.Clusters;

/// <summary>Properties of a <see cref="ManagedNodeGroup"/>.</summary>
public sealed record ManagedNodeGroupProps
{
    /// <summary>The cluster.</summary>
    public required ICluster Cluster { get; init; }

    /// <summary>Name of the node group, unique in its cluster: 1 to 63 letters, digits, hyphens and underscores.</summary>
    /// <remarks>
    /// Change it together with <see cref="InstanceTypes"/>, <see cref="SubnetIds"/>, <see cref="CapacityType"/>, <see cref="AmiType"/>,
    /// <see cref="DiskSize"/>, the id or name of the <see cref="LaunchTemplate"/>, and the role's name or path: the node group is replaced when one
    /// of them changes, and the new one is created while the old one still has its name.
    /// </remarks>
    public required string NodeGroupName { get; init; }

    /// <summary>Name of the nodes' role, 1 to 64 characters.</summary>
    public required string RoleName { get; init; }

    /// <summary>
    /// Kubernetes version of its nodes: the cluster's, which is the only one that EKS accepts for a new node group. Nodes stay at theirs until it
    /// changes. Leave it out where the launch template has an AMI of its own: EKS then refuses it.
    /// </summary>
    /// <value>Defaults to the cluster's when the node group is created, and stays.</value>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateNodegroupVersion.html"/>
    public string? Version { get; init; }

    /// <summary>Ids of the subnets that its nodes are in.</summary>
    public required IReadOnlyList<string> SubnetIds { get; init; }

    /// <summary>EC2 instance types that its nodes may have, at least one unless a launch template defines them.</summary>
    public required IReadOnlyList<string> InstanceTypes { get; init; }

    /// <summary>The fewest nodes it may have, at least 0; it starts with as many.</summary>
    /// <remarks>EKS refuses to raise it above the number of nodes there are right now, which is the autoscaler's to raise first.</remarks>
    public required int MinSize { get; init; }

    /// <summary>The most nodes it may have, at least 1 and no fewer than <see cref="MinSize"/>.</summary>
    public required int MaxSize { get; init; }

    /// <summary>Capacity type of the nodes.</summary>
    /// <value>Defaults to AWS's <see cref="Clusters.CapacityType.OnDemand"/>.</value>
    public CapacityType? CapacityType { get; init; }

    /// <summary>What its nodes run, in the words of EKS, such as <c>AL2023_ARM_64_STANDARD</c>.</summary>
    /// <value>Defaults to EKS's own choice for the instance types, when the node group is created.</value>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html"/>
    public string? AmiType { get; init; }

    /// <summary>Size of a node's disk in GiB; a launch template defines it.</summary>
    /// <value>Defaults to EKS's 20 GiB, and 50 GiB for Windows.</value>
    public int? DiskSize { get; init; }

    /// <summary>The launch template that its nodes are made from.</summary>
    /// <value>Defaults to EKS's own.</value>
    public NodeLaunchTemplate? LaunchTemplate { get; init; }

    /// <summary>How many nodes an update takes away at once.</summary>
    /// <value>Defaults to EKS's one node.</value>
    public NodeUpdate? Update { get; init; }

    /// <summary>Labels of its nodes in Kubernetes.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Taints of its nodes, at most 50.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<NodeTaint> Taints { get; init; } = [];

    /// <summary>Tags of the node group. Its instances do not inherit them; those of a launch template are for instances.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Settings for every role of the organization.</summary>
    /// <value>Defaults to none.</value>
    public RoleSettings RoleSettings { get; init; } = new();
}
