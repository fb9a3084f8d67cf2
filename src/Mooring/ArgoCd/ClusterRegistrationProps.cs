using HashiCorp.Cdktf;
using Mooring.TargetGroupBindings;

namespace Mooring.ArgoCd;

/// <summary>Properties of a <see cref="ClusterRegistration"/>.</summary>
public sealed record ClusterRegistrationProps
{
    /// <summary>Name of the Secret.</summary>
    public required string SecretName { get; init; }

    /// <summary>Namespace where Argo CD runs and looks for cluster Secrets.</summary>
    /// <value>Defaults to <c>argocd</c>.</value>
    public string Namespace { get; init; } = "argocd";

    /// <summary>The kubernetes provider of the root cluster.</summary>
    /// <value>Defaults to the stack's kubernetes provider without an alias.</value>
    public TerraformProvider? Provider { get; init; }

    /// <summary>What Argo CD calls the cluster. No two clusters may have the same name.</summary>
    public required string ClusterName { get; init; }

    /// <summary>
    /// Name of the cluster in EKS, for which tokens are requested. Where it can differ, the annotation <see cref="ClusterAnnotations.ClusterName"/>
    /// contains it.
    /// </summary>
    /// <value>Defaults to <see cref="ClusterName"/>.</value>
    public string? EksClusterName { get; init; }

    /// <summary>How Argo CD reaches the cluster: an <see cref="AssumedRole"/>, <see cref="InCluster"/> or <see cref="EksCapability"/>.</summary>
    public required ClusterConnection Connection { get; init; }

    /// <summary>Value of the label <c>environment</c>.</summary>
    public required string Environment { get; init; }

    /// <summary>Whether Argo CD installs the AWS Load Balancer Controller and the bindings: the label <c>aws-lb-controller/enabled</c>.</summary>
    public required bool ControllerEnabled { get; init; }

    /// <summary>
    /// Whether Argo CD installs the controller together with the bindings: otherwise the Secret has the label
    /// <see cref="ClusterLabels.InstallController"/> with <c>false</c>.
    /// </summary>
    /// <value>Defaults to <see langword="true"/>.</value>
    public bool InstallController { get; init; } = true;

    /// <summary>
    /// Name of the fleet, a Kubernetes DNS label: the label <see cref="ClusterLabels.Fleet"/>, which the fleet's ApplicationSets select by.
    /// </summary>
    /// <value>Defaults to none: the Secret does not have the label.</value>
    public string? Fleet { get; init; }

    /// <summary>
    /// The part of a target group's ARN after the last colon, <c>targetgroup/&lt;name&gt;/&lt;id&gt;</c>, which becomes the labels
    /// <c>aws-lb-controller/targetgroup-name</c> and <c>aws-lb-controller/targetgroup-id</c>.
    /// </summary>
    /// <value>Defaults to none: the Secret has neither label.</value>
    public string? TargetGroupArnSuffix { get; init; }

    /// <summary>
    /// The cluster's TargetGroupBindings: the annotation <see cref="ClusterAnnotations.Bindings"/>. An empty list makes Argo CD
    /// remove all of them while the controller is still there to deregister the targets.
    /// </summary>
    /// <value>Defaults to none: the Secret does not have the annotation.</value>
    public IReadOnlyList<TargetGroupBinding>? Bindings { get; init; }

    /// <summary>
    /// The namespaces of bound Services that Argo CD creates where they are missing: the annotation <see cref="ClusterAnnotations.Namespaces"/>.
    /// </summary>
    /// <value>Defaults to none: the Secret does not have the annotation, and the namespaces must exist.</value>
    public IReadOnlyList<string> CreatedNamespaces { get; init; } = [];

    /// <summary>
    /// What the cluster is called in the names of its Applications: 1 to 43 lower-case letters, digits and inner hyphens, which
    /// a cluster's name need not be. No two clusters may be called the same. It is the annotation <see cref="ClusterAnnotations.Application"/>.
    /// </summary>
    /// <value>Defaults to none: the Secret does not have the annotation.</value>
    public string? Application { get; init; }

    /// <summary>Id of the account that the cluster is in: the annotation <see cref="ClusterAnnotations.AccountId"/>.</summary>
    /// <value>Defaults to none: the Secret does not have the annotation.</value>
    public string? AccountId { get; init; }

    /// <summary>Partition that the cluster is in: the annotation <see cref="ClusterAnnotations.Partition"/>.</summary>
    /// <value>Defaults to none: the Secret does not have the annotation.</value>
    public string? Partition { get; init; }

    /// <summary>Region that the cluster is in: the annotation <see cref="ClusterAnnotations.Region"/>.</summary>
    /// <value>Defaults to none: the Secret does not have the annotation.</value>
    public string? Region { get; init; }

    /// <summary>Id of the cluster's VPC: the annotation <see cref="ClusterAnnotations.VpcId"/>.</summary>
    /// <value>Defaults to none: the Secret does not have the annotation.</value>
    public string? VpcId { get; init; }

    /// <summary>ARN of the controller's role: the annotation <see cref="ClusterAnnotations.RoleArn"/>.</summary>
    /// <value>Defaults to none, for a controller that has its role through EKS Pod Identity.</value>
    public string? ControllerRoleArn { get; init; }

    /// <summary>
    /// The controller's release in this cluster: its chart version, feature gates and resources become the annotations
    /// <see cref="ClusterAnnotations.ChartVersion"/>, <see cref="ClusterAnnotations.ControllerConfig"/> and
    /// <see cref="ClusterAnnotations.Resources"/>; image, replicas, what decides where its pods run, and further values become
    /// <see cref="ClusterAnnotations.ControllerValues"/>.
    /// </summary>
    /// <value>Defaults to none: the Secret has none of them.</value>
    public ControllerReleaseProps? Controller { get; init; }

    /// <summary>
    /// What happens to the controller and the bindings when Argo CD removes their Applications: the annotation
    /// <see cref="ClusterAnnotations.OnRemoval"/>.
    /// </summary>
    /// <value>Defaults to none: they stay, and the Secret does not have the annotation.</value>
    public RemovalPolicy? OnRemoval { get; init; }

    /// <summary>The namespaces of the cluster that Argo CD is confined to.</summary>
    /// <value>Defaults to none: Argo CD manages the whole cluster.</value>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>Whether Argo CD, confined to <see cref="Namespaces"/>, also manages what has no namespace.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool ClusterResources { get; init; }

    /// <summary>The Argo CD project that the cluster belongs to, and no other.</summary>
    /// <value>Defaults to none; with an <see cref="EksCapability"/> to <c>default</c>.</value>
    /// <seealso href="https://argo-cd.readthedocs.io/en/stable/user-guide/projects/#project-scoped-repositories-and-clusters"/>
    public string? Project { get; init; }

    /// <summary>The shard of Argo CD's application controller that serves the cluster, 0 or more.</summary>
    /// <value>Defaults to none: Argo CD chooses.</value>
    /// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/high_availability/"/>
    public int? Shard { get; init; }

    /// <summary>Further labels of the Secret, for ApplicationSets of your own.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Further annotations of the Secret, for ApplicationSets of your own.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();
}
