namespace Mooring.Clusters;

/// <summary>Properties of an <see cref="AccessEntry"/>.</summary>
public sealed record AccessEntryProps
{
    /// <summary>The cluster, whose authentication mode is not <see cref="AuthenticationMode.ConfigMap"/>.</summary>
    public required ICluster Cluster { get; init; }

    /// <summary>ARN of the IAM role or user that gets access. A principal has one entry in a cluster.</summary>
    public required string PrincipalArn { get; init; }

    /// <summary>What the entry is for.</summary>
    /// <value>Defaults to <see cref="AccessEntryType.Standard"/>.</value>
    public AccessEntryType Type { get; init; } = AccessEntryType.Standard;

    /// <summary>Groups of Kubernetes that the principal is in, which bindings of roles name. None begins with <c>system:</c>.</summary>
    /// <value>Defaults to none; only <see cref="AccessEntryType.Standard"/> can have any.</value>
    public IReadOnlyList<string> KubernetesGroups { get; init; } = [];

    /// <summary>What the principal may do, each policy once.</summary>
    /// <value>Defaults to nothing; only <see cref="AccessEntryType.Standard"/> and <see cref="AccessEntryType.Ec2"/> can have any.</value>
    public IReadOnlyList<AccessPolicy> Policies { get; init; } = [];

    /// <summary>Tags of the entry.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
