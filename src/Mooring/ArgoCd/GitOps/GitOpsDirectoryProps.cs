using Mooring.TargetGroupBindings;

namespace Mooring.ArgoCd.GitOps;

/// <summary>Properties of a <see cref="GitOpsDirectory"/>.</summary>
public sealed record GitOpsDirectoryProps
{
    /// <summary>
    /// Name of the fleet, a Kubernetes DNS label of at most 32 characters: the ApplicationSets are named after it, and select the cluster Secrets
    /// whose label <see cref="ClusterLabels.Fleet"/> has it.
    /// </summary>
    public required string Fleet { get; init; }

    /// <summary>URL of the Git repository that the directory is committed to.</summary>
    public required string RepoUrl { get; init; }

    /// <summary>Where the directory is in the repository: <c>apps/aws-lb-controller</c>, or <c>.</c> for its top.</summary>
    public required string Path { get; init; }

    /// <summary>Branch, tag or commit that Argo CD takes the chart of the bindings from.</summary>
    /// <value>Defaults to <c>HEAD</c>, the repository's default branch.</value>
    public string TargetRevision { get; init; } = "HEAD";

    /// <summary>Argo CD project that the Applications are in.</summary>
    /// <value>Defaults to <c>default</c>.</value>
    public string Project { get; init; } = "default";

    /// <summary>Whether the directory also defines the project, with what the Applications need.</summary>
    /// <value>Defaults to <see langword="false"/>: the project exists.</value>
    public bool CreateProject { get; init; }

    /// <summary>How many Applications a cluster has.</summary>
    /// <value>Defaults to <see cref="ApplicationLayout.Together"/>.</value>
    public ApplicationLayout Applications { get; init; } = ApplicationLayout.Together;

    /// <summary>Namespace where Argo CD runs.</summary>
    /// <value>Defaults to <c>argocd</c>.</value>
    public string Namespace { get; init; } = "argocd";

    /// <summary>Where the controllers' service accounts have their roles from.</summary>
    /// <value>Defaults to <see cref="RoleSource.ServiceAccount"/>.</value>
    public RoleSource RoleSource { get; init; } = RoleSource.ServiceAccount;

    /// <summary>
    /// Whether Secrets may have the annotation <see cref="ClusterAnnotations.ControllerValues"/>, with values of the controller's chart for their cluster.
    /// </summary>
    /// <value>Defaults to <see langword="false"/>: it is not read.</value>
    public bool HasControllerValues { get; init; }

    /// <summary>
    /// Whether Secrets may have the annotation <see cref="ClusterAnnotations.Namespaces"/>, with namespaces to create. The chart of the bindings has
    /// a template for them then.
    /// </summary>
    /// <value>Defaults to <see langword="false"/>: it is not read.</value>
    public bool HasCreatedNamespaces { get; init; }

    /// <summary>Whether Secrets may have bindings of EKS Auto Mode's controller. The chart of the bindings knows them then.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool HasAutoMode { get; init; }

    /// <summary>
    /// The controller's release, the same in every cluster, except that cluster name, region, VPC, role, chart version and resources come from the
    /// Secrets.
    /// </summary>
    /// <value>Defaults to <see cref="GitOpsDirectory.Controller"/>; change it with <c>with { … }</c>.</value>
    public ControllerReleaseProps Controller { get; init; } = GitOpsDirectory.Controller;
}
