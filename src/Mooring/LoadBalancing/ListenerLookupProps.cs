namespace Mooring.LoadBalancing;

/// <summary>Properties of a <see cref="ListenerLookup"/>.</summary>
public sealed record ListenerLookupProps
{
    /// <summary>ARN of the load balancer.</summary>
    public required string LoadBalancerArn { get; init; }

    /// <summary>Port it listens on, 1 to 65535.</summary>
    public required int Port { get; init; }
}
