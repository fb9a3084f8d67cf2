using System.Collections.ObjectModel;
using Mooring.Clusters;

namespace Mooring.Fleet;

/// <summary>Defines an EKS managed node group. Its nodes have the Kubernetes version of their cluster, and follow it.</summary>
public sealed record NodeGroupSpec
{
    /// <summary>
    /// The first name that the node group had in this file, where it has another one now. It keeps its name in AWS and its role. Leave it here as long
    /// as the node group exists: without it the nodes are replaced.
    /// </summary>
    /// <value>Defaults to none: it has its first name.</value>
    public string? Renamed { get; init; }

    /// <summary>EC2 instance types that its nodes may have.</summary>
    /// <value>Defaults to none; only with a <see cref="LaunchTemplate"/> that defines them.</value>
    public IReadOnlyList<string> InstanceTypes { get; init; } = [];

    /// <summary>
    /// Minimum number of nodes, and the number at creation. EKS refuses to raise it above the number of nodes there are right now.
    /// </summary>
    public required int MinSize { get; init; }

    /// <summary>Maximum number of nodes, at least 1.</summary>
    public required int MaxSize { get; init; }

    /// <summary>Capacity type of the nodes.</summary>
    /// <value>Defaults to <c>ON_DEMAND</c>.</value>
    public CapacityType? CapacityType { get; init; }

    /// <summary>What its nodes run, in the words of EKS, such as <c>AL2023_ARM_64_STANDARD</c>.</summary>
    /// <value>Defaults to EKS's own choice for the instance types, when the node group is created.</value>
    public string? AmiType { get; init; }

    /// <summary>Size of a node's disk in GiB; a launch template defines it.</summary>
    /// <value>Defaults to EKS's 20 GiB, 50 GiB for Windows.</value>
    public int? DiskSize { get; init; }

    /// <summary>Labels of its nodes.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Taints of its nodes, at most 50.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<TaintSpec> Taints { get; init; } = [];

    /// <summary>How many nodes an update takes away at once.</summary>
    /// <value>Defaults to EKS's one node.</value>
    public UpdateConfigSpec? UpdateConfig { get; init; }

    /// <summary>The EC2 launch template that its nodes are made from.</summary>
    /// <value>Defaults to EKS's own.</value>
    public LaunchTemplateSpec? LaunchTemplate { get; init; }
}
