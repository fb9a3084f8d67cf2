using System.Collections.ObjectModel;
using Mooring.Clusters;

namespace Mooring.Fleet;

/// <summary>
/// Defines a self-managed node group: a launch template with EKS's own image, and an Auto Scaling group. Its nodes are the
/// targets of bindings with <c>registerBy: autoscaling</c>.
/// </summary>
public sealed record SelfManagedNodeGroupSpec
{
    /// <summary>
    /// The first name that the node group had in this file, where it has another one now. It keeps the name of its Auto Scaling group and its role.
    /// Leave it here as long as the node group exists: without it the nodes are replaced.
    /// </summary>
    /// <value>Defaults to none: it has its first name.</value>
    public string? Renamed { get; init; }

    /// <summary>EC2 instance type of its nodes.</summary>
    public required string InstanceType { get; init; }

    /// <summary>Architecture of the instance type.</summary>
    /// <value>Defaults to <c>x86_64</c>.</value>
    public NodeArchitecture Architecture { get; init; } = NodeArchitecture.X86;

    /// <summary>Minimum number of nodes, and the number at creation.</summary>
    public required int MinSize { get; init; }

    /// <summary>Maximum number of nodes, at least 1.</summary>
    public required int MaxSize { get; init; }

    /// <summary>Size of a node's disk in GiB.</summary>
    /// <value>Defaults to 20 GiB.</value>
    public int DiskSize { get; init; } = 20;

    /// <summary>Labels of its nodes.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Taints of its nodes.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<TaintSpec> Taints { get; init; } = [];
}
