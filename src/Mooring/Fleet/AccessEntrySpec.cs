using Mooring.Clusters;

namespace Mooring.Fleet;

/// <summary>Defines what an IAM principal may do in a cluster.</summary>
public sealed record AccessEntrySpec
{
    /// <summary>ARN of the IAM role or user. A principal has one entry in a cluster.</summary>
    public required string Principal { get; init; }

    /// <summary>What the entry is for.</summary>
    /// <value>Defaults to <c>STANDARD</c>: people and programs.</value>
    public AccessEntryType Type { get; init; } = AccessEntryType.Standard;

    /// <summary>Kubernetes groups of the principal; none may begin with <c>system:</c>.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> KubernetesGroups { get; init; } = [];

    /// <summary>EKS access policies of the principal.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<AccessPolicySpec> Policies { get; init; } = [];
}
