namespace Mooring.ArgoCd;

/// <summary>The permissions of Argo CD in a cluster: an EKS access policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html"/>
public sealed record ClusterAccessPolicy
{
    private ClusterAccessPolicy(string name) => Name = name;

    /// <summary>Everything. The controller's chart has custom resource definitions, webhooks and cluster roles, which require it.</summary>
    public static ClusterAccessPolicy ClusterAdmin { get; } = new("AmazonEKSClusterAdminPolicy");

    /// <summary>Everything within namespaces, and no more than reading it outside of them.</summary>
    public static ClusterAccessPolicy Admin { get; } = new("AmazonEKSAdminPolicy");

    /// <summary>Name of the policy.</summary>
    public string Name { get; }

    /// <summary>Another one, by its name, such as <c>AmazonEKSEditPolicy</c>.</summary>
    public static ClusterAccessPolicy Of(string name) => new(name);
}
