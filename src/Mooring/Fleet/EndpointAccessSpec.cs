namespace Mooring.Fleet;

/// <summary>Defines from where a cluster's API server is reached. One of the two ways must be open.</summary>
public sealed record EndpointAccessSpec
{
    /// <summary>Whether nodes and other clients in the VPC can reach it there.</summary>
    /// <value>Defaults to <c>true</c>.</value>
    public bool Private { get; init; } = true;

    /// <summary>Whether it is reached from the internet.</summary>
    /// <value>Defaults to <c>true</c>.</value>
    public bool Public { get; init; } = true;

    /// <summary>From which addresses of the internet it is reached: at most 40 CIDR blocks.</summary>
    /// <value>Defaults to all.</value>
    public IReadOnlyList<string> PublicCidrs { get; init; } = [];
}
