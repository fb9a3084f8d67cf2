namespace Mooring.ArgoCd;

/// <summary>The permissions of Argo CD in a cluster: an EKS access policy, in the whole cluster or in some of its namespaces.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html"/>
public sealed record ClusterAccessPolicy
{
    private ClusterAccessPolicy(string name) => Name = name;

    /// <summary>
    /// Everything: in the cluster, or in <see cref="Namespaces"/>. The controller's chart has custom resource definitions, webhooks and cluster
    /// roles, which require it in the whole cluster.
    /// </summary>
    /// <remarks>
    /// Also in namespaces it is the only one that suffices. Argo CD lists and watches every kind of resource that the API server has, in each
    /// namespace, and fails for the whole cluster where one is forbidden. AmazonEKSAdminPolicy and AmazonEKSEditPolicy name kinds of Kubernetes'
    /// own, and no custom resource such as a TargetGroupBinding.
    /// </remarks>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html"/>
    /// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#auto-respect-rbac-for-controller"/>
    public static ClusterAccessPolicy ClusterAdmin { get; } = new("AmazonEKSClusterAdminPolicy");

    /// <summary>Most of Kubernetes' own kinds of resources, and no custom resources.</summary>
    public static ClusterAccessPolicy Admin { get; } = new("AmazonEKSAdminPolicy");

    /// <summary>Name of the policy.</summary>
    public string Name { get; }

    /// <summary>The namespaces where it applies; a <c>*</c> at the end matches any suffix.</summary>
    /// <value>Defaults to the whole cluster.</value>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>Another one, by its name, such as <c>AmazonEKSEditPolicy</c>.</summary>
    public static ClusterAccessPolicy Of(string name) => new(name);
}
