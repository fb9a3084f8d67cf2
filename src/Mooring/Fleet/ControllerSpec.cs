using System.Collections.ObjectModel;
using Mooring.Identity;
using Mooring.TargetGroupBindings;

namespace Mooring.Fleet;

/// <summary>Defines the AWS Load Balancer Controller that every bound cluster runs. A cluster may differ from it: see its own <c>controller</c>.</summary>
public sealed record ControllerSpec
{
    /// <summary>
    /// Version of the controller, such as <c>2.13.4</c> or <c>2.13</c> for its newest patch: the chart that ships it is chosen from those that
    /// were checked. Either this or <see cref="ChartVersion"/>.
    /// </summary>
    /// <value>Defaults to that of the chart.</value>
    public string? Version { get; init; }

    /// <summary>Version of the chart <c>aws-load-balancer-controller</c>.</summary>
    /// <value>Defaults to 3.5.0, which ships controller 3.5.0.</value>
    public string? ChartVersion { get; init; }

    /// <summary>
    /// Whether it is installed. Where somebody else installed it, only the bindings are; <see cref="Version"/> is then the one that is there.
    /// </summary>
    /// <value>Defaults to <c>true</c>.</value>
    public bool Install { get; init; } = true;

    /// <summary>How its service account gets its role.</summary>
    /// <value>Defaults to <c>irsa</c>.</value>
    public WorkloadIdentity Identity { get; init; } = WorkloadIdentity.Irsa;

    /// <summary>Profile of its permissions on target groups.</summary>
    /// <value>Defaults to <c>scoped</c>: it may write only to those of its own cluster.</value>
    public ControllerPolicyProfile Policy { get; init; } = ControllerPolicyProfile.Scoped;

    /// <summary>Image repository of the controller, without a tag, where public ECR is not reachable, as in AWS's China regions.</summary>
    /// <value>Defaults to the chart's.</value>
    public string? ImageRepository { get; init; }

    /// <summary>Replicas in a cluster, 1 or more; one is active, the others are on standby.</summary>
    /// <value>Defaults to the chart's, which is 2.</value>
    public int? ReplicaCount { get; init; }

    /// <summary>
    /// CPU and memory of a replica. The controller lists all pods of the cluster when it starts: controller 3.5.0 used 199 MiB with 5,000 pods, and
    /// while it is down, the API server refuses to create or change TargetGroupBindings.
    /// </summary>
    /// <value>Defaults to requests of 100m CPU and 256Mi memory, without limits.</value>
    public ResourcesSpec Resources { get; init; } = new();

    /// <summary>Taints of nodes that its pods tolerate.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<TolerationSpec> Tolerations { get; init; } = [];

    /// <summary>Labels that a node must have for its pods, with their values.</summary>
    /// <value>Defaults to none: any node.</value>
    public IReadOnlyDictionary<string, string> NodeSelector { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Name of the priority class of its pods.</summary>
    /// <value>Defaults to the chart's, which is system-cluster-critical.</value>
    public string? PriorityClass { get; init; }

    /// <summary>
    /// Further values of the chart, which are merged last, as Helm merges them: mappings deeply, and <c>null</c> takes a value of the chart away. They
    /// are not checked, except that none may be one that identity, role or purpose of the controller depend on.
    /// </summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, ChartValue> Values { get; init; } = ReadOnlyDictionary<string, ChartValue>.Empty;

    /// <summary>
    /// Time for the controller to become ready, 1 to 86400 seconds, with <c>helm</c> delivery: the nodes of a new cluster may have to start first.
    /// </summary>
    /// <value>Defaults to 900 seconds.</value>
    public int Timeout { get; init; } = 900;

    /// <summary>Version of the chart that is installed.</summary>
    internal string EffectiveChartVersion => ChartVersion ?? (Version is null ? null : ControllerChart.ChartFor(Version)) ?? ControllerChart.DefaultVersion;
}
