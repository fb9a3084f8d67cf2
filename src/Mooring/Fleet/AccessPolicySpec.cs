namespace Mooring.Fleet;

/// <summary>Defines an EKS access policy of a principal.</summary>
public sealed record AccessPolicySpec
{
    /// <summary>Name of the policy, such as <c>AmazonEKSViewPolicy</c>.</summary>
    public required string Policy { get; init; }

    /// <summary>Namespaces where it applies; a <c>*</c> at the end matches any suffix.</summary>
    /// <value>Defaults to the whole cluster.</value>
    public IReadOnlyList<string> Namespaces { get; init; } = [];
}
