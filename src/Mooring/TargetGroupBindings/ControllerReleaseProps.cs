namespace Mooring.TargetGroupBindings;

/// <summary>Properties of a <see cref="ControllerRelease"/>.</summary>
public sealed record ControllerReleaseProps
{
    /// <summary>Name of the cluster.</summary>
    public required string ClusterName { get; init; }

    /// <summary>AWS region of the cluster. Given, because pods may not reach the instance metadata service.</summary>
    public required string Region { get; init; }

    /// <summary>Id of the cluster's VPC. Given, because pods may not reach the instance metadata service.</summary>
    public required string VpcId { get; init; }

    /// <summary>ARN of the controller's role, which its service account names (IRSA).</summary>
    /// <value>Defaults to none: the service account has its role through EKS Pod Identity.</value>
    public string? RoleArn { get; init; }

    /// <summary>Version of the chart.</summary>
    /// <value>Defaults to <see cref="ControllerChart.DefaultVersion"/>.</value>
    public string ChartVersion { get; init; } = ControllerChart.DefaultVersion;

    /// <summary>
    /// Image repository of the controller, without a tag, where the chart's is out of reach: public ECR is in AWS's China
    /// regions, and without a way to the internet.
    /// </summary>
    /// <value>Defaults to the chart's, which is public ECR from chart 1.4.7 on.</value>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/add-ons-images.html"/>
    public string? ImageRepository { get; init; }

    /// <summary>The release of the custom resource definitions, which is installed before and removed after this one.</summary>
    /// <value>Defaults to none: the chart installs them once, and no upgrade updates them.</value>
    public ControllerCrds? Crds { get; init; }

    /// <summary>Checks of the cluster before the release is planned, applied or destroyed.</summary>
    /// <value>Defaults to none: a cluster that cannot be read is taken for one without the release.</value>
    public ReleaseGuard? Guard { get; init; }

    /// <summary>Whether the release takes over resources that are there already, such as those that Argo CD installed.</summary>
    /// <value>Defaults to <see langword="false"/>: such a resource is an error.</value>
    public bool TakeOwnership { get; init; }

    /// <summary>Replicas of the controller, 1 or more; one of them is active, the others are on standby.</summary>
    /// <value>Defaults to the chart's, which is 2.</value>
    public int? ReplicaCount { get; init; }

    /// <summary>
    /// CPU and memory of a replica. The controller lists all pods of the cluster when it starts: controller 3.5.0 used 199 MiB with 5,000 pods, and
    /// while it is down, the API server refuses to create or change TargetGroupBindings.
    /// </summary>
    /// <value>Defaults to requests of <c>100m</c> CPU and <c>256Mi</c> memory, without limits.</value>
    public ContainerResources Resources { get; init; } =
        new()
        {
            Requests = new ResourceAmounts { Cpu = "100m", Memory = "256Mi" },
        };

    /// <summary>Taints of nodes that its pods tolerate.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<Toleration> Tolerations { get; init; } = [];

    /// <summary>Labels that a node must have for its pods, with their values.</summary>
    /// <value>Defaults to none: any node.</value>
    public IReadOnlyDictionary<string, string> NodeSelector { get; init; } = new Dictionary<string, string>();

    /// <summary>Name of the priority class of its pods.</summary>
    /// <value>Defaults to the chart's, which is <c>system-cluster-critical</c>.</value>
    public string? PriorityClass { get; init; }

    /// <summary>
    /// Further values of the chart, which are merged last, as Helm merges them: mappings deeply, and <c>null</c> takes a value of the chart away. None may
    /// be one that identity, role or purpose of the controller depend on.
    /// </summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, ChartValue> Values { get; init; } = new Dictionary<string, ChartValue>();

    /// <summary>Time for the controller to become ready, at least 1 second; nodes of a new cluster may have to start first.</summary>
    /// <value>Defaults to 15 minutes.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Whether cert-manager issues the certificate of the controller's webhooks; it must be in the cluster. The chart generates another certificate
    /// at each rendering, which Argo CD reports as a difference.
    /// </summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool EnableCertManager { get; init; }

    /// <summary>
    /// Whether the controller's webhook checks every Ingress of the cluster, though it serves none: while the controller is
    /// away, no Ingress can be created then. Charts before 1.9.0 check in any case.
    /// </summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool ValidateIngresses { get; init; }
}
