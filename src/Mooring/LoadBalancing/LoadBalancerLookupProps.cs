namespace Mooring.LoadBalancing;

/// <summary>Properties of a <see cref="LoadBalancerLookup"/>.</summary>
public sealed record LoadBalancerLookupProps
{
    /// <summary>Name of the load balancer.</summary>
    public required string LoadBalancerName { get; init; }
}
