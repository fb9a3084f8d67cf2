using System.Collections.ObjectModel;
using Mooring.Identity;
using Mooring.TargetGroupBindings;

namespace Mooring.Fleet;

/// <summary>
/// Defines what differs in a cluster from the fleet's controller, so that a version or a setting reaches the clusters one after the other.
/// </summary>
public sealed record ClusterControllerSpec
{
    /// <summary>
    /// Which controller registers the targets: the AWS Load Balancer Controller, or that of EKS Auto Mode, which needs no installation and no role, and
    /// none of the other keys. It registers in the cluster's own VPC and account, and Terraform tags the target groups for it.
    /// </summary>
    /// <value>Defaults to <c>aws-load-balancer-controller</c>, also in a cluster with EKS Auto Mode.</value>
    public ControllerKind Kind { get; init; } = ControllerKind.AwsLoadBalancerController;

    /// <summary>
    /// Version of the controller, such as <c>2.13.4</c> or <c>2.13</c> for its newest patch. Either this or <see cref="ChartVersion"/>.
    /// </summary>
    /// <value>Defaults to the fleet's.</value>
    public string? Version { get; init; }

    /// <summary>Version of the chart <c>aws-load-balancer-controller</c>.</summary>
    /// <value>Defaults to the fleet's.</value>
    public string? ChartVersion { get; init; }

    /// <summary>
    /// Whether it is installed. Write <c>false</c> for a cluster that has one already: only the bindings are installed then. A controller that
    /// was installed before stays in the cluster, but its role goes: give it another one first, and name that as <see cref="Role"/>.
    /// </summary>
    /// <value>Defaults to the fleet's.</value>
    public bool? Install { get; init; }

    /// <summary>Whether it is installed, given the fleet's controller.</summary>
    internal bool IsInstalledWith(ControllerSpec fleet) => Kind != ControllerKind.AutoMode && (Install ?? fleet.Install);

    /// <summary>
    /// Name of the IAM role of the controller that somebody else installed: it gets a policy for the target groups of this cluster. Only where
    /// <see cref="Install"/> is <c>false</c>.
    /// </summary>
    /// <value>Defaults to none: its permissions are left to the team that installed it.</value>
    public string? Role { get; init; }

    /// <summary>CPU and memory of a replica: a cluster with many pods needs more memory.</summary>
    /// <value>Defaults to the fleet's.</value>
    public ResourcesSpec? Resources { get; init; }

    /// <summary>How its service account gets its role.</summary>
    /// <value>Defaults to the fleet's.</value>
    public WorkloadIdentity? Identity { get; init; }

    /// <summary>Profile of its permissions on target groups.</summary>
    /// <value>Defaults to the fleet's.</value>
    public ControllerPolicyProfile? Policy { get; init; }

    /// <summary>Replicas in this cluster, 1 or more.</summary>
    /// <value>Defaults to the fleet's.</value>
    public int? ReplicaCount { get; init; }

    /// <summary>Taints of nodes that its pods tolerate, instead of the fleet's; <c>[]</c> is none.</summary>
    /// <value>Defaults to the fleet's.</value>
    public IReadOnlyList<TolerationSpec>? Tolerations { get; init; }

    /// <summary>Labels that a node must have for its pods, instead of the fleet's; <c>{}</c> is any node.</summary>
    /// <value>Defaults to the fleet's.</value>
    public IReadOnlyDictionary<string, string>? NodeSelector { get; init; }

    /// <summary>Name of the priority class of its pods.</summary>
    /// <value>Defaults to the fleet's.</value>
    public string? PriorityClass { get; init; }

    /// <summary>Further values of the chart, merged over the fleet's.</summary>
    /// <value>Defaults to the fleet's.</value>
    public IReadOnlyDictionary<string, ChartValue> Values { get; init; } = ReadOnlyDictionary<string, ChartValue>.Empty;
}
