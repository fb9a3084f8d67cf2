namespace Mooring.Clusters;

/// <summary>A policy, kept by EKS, of what a principal may do in a cluster.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html"/>
public sealed record AccessPolicy
{
    /// <summary>Name of the policy, such as <c>AmazonEKSViewPolicy</c>.</summary>
    public required string PolicyName { get; init; }

    /// <summary>The namespaces where it applies; a <c>*</c> at the end matches any suffix.</summary>
    /// <value>Defaults to the whole cluster.</value>
    public IReadOnlyList<string> Namespaces { get; init; } = [];
}
