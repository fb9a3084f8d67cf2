namespace Mooring.Clusters;

/// <summary>From where a cluster's API server is reached. One of the two ways must be open.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html"/>
public sealed record EndpointAccess
{
    /// <summary>Whether nodes and other clients in the VPC can reach it there.</summary>
    /// <value>Defaults to <see langword="true"/>.</value>
    public bool PrivateAccess { get; init; } = true;

    /// <summary>Whether it is reached from the internet.</summary>
    /// <value>Defaults to <see langword="true"/>.</value>
    public bool PublicAccess { get; init; } = true;

    /// <summary>From which addresses of the internet it is reached: at most 40 CIDR blocks.</summary>
    /// <value>Defaults to all.</value>
    public IReadOnlyList<string> PublicCidrs { get; init; } = [];
}
