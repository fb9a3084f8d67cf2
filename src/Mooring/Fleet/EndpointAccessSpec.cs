namespace Mooring.Fleet;

/// <summary>Defines the endpoint access of a cluster's API server. One of the two must be enabled.</summary>
public sealed record EndpointAccessSpec
{
    /// <summary>Whether nodes and other clients in the VPC reach it through its private endpoint.</summary>
    /// <value>Defaults to <c>true</c>.</value>
    public bool Private { get; init; } = true;

    /// <summary>Whether its public endpoint is enabled.</summary>
    /// <value>Defaults to <c>true</c>.</value>
    public bool Public { get; init; } = true;

    /// <summary>CIDR blocks that can reach the public endpoint, at most 40.</summary>
    /// <value>Defaults to all.</value>
    public IReadOnlyList<string> PublicCidrs { get; init; } = [];
}
