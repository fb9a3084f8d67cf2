namespace Mooring.Clusters;

/// <summary>From where a cluster's API server is reached. One of the two ways must be open.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html"/>
public sealed record EndpointAccess
{
    /// <summary>Whether nodes and other clients in the VPC reach it through its private endpoint.</summary>
    /// <value>Defaults to <see langword="true"/>.</value>
    public bool PrivateAccess { get; init; } = true;

    /// <summary>Whether its public endpoint is enabled.</summary>
    /// <value>Defaults to <see langword="true"/>.</value>
    public bool PublicAccess { get; init; } = true;

    /// <summary>CIDR blocks that can reach the public endpoint, at most 40.</summary>
    /// <value>Defaults to all.</value>
    public IReadOnlyList<string> PublicCidrs { get; init; } = [];
}
