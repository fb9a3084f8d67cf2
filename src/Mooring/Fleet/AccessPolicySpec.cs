namespace Mooring.Fleet;

/// <summary>Defines a policy, kept by EKS, of what a principal may do in a cluster.</summary>
public sealed record AccessPolicySpec
{
    /// <summary>Name of the policy, such as <c>AmazonEKSViewPolicy</c>.</summary>
    public required string Policy { get; init; }

    /// <summary>Namespaces where it holds; a <c>*</c> at the end of one stands for any ending.</summary>
    /// <value>Defaults to the whole cluster.</value>
    public IReadOnlyList<string> Namespaces { get; init; } = [];
}
