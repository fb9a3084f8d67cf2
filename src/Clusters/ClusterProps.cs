namespace Mooring.Clusters;

/// <summary>Properties of a <see cref="Cluster"/>.</summary>
public sealed record ClusterProps
{
    /// <summary>Name of the cluster: 1 to 100 letters, digits, hyphens and underscores, a letter or digit first.</summary>
    public required string ClusterName { get; init; }

    /// <summary>Name of the control plane's role, 1 to 64 characters.</summary>
    public required string RoleName { get; init; }

    /// <summary>Kubernetes version, such as <c>1.33</c>.</summary>
    /// <value>Defaults to the newest that EKS offers when the cluster is created.</value>
    public string? Version { get; init; }

    /// <summary>Ids of the subnets for the control plane's network interfaces: at least two, in different availability zones.</summary>
    public required IReadOnlyList<string> SubnetIds { get; init; }
}
