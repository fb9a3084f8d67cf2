namespace Mooring.LoadBalancing;

/// <summary>Properties of a <see cref="ListenerLookup"/>.</summary>
public sealed record ListenerLookupProps
{
    /// <summary>The load balancer that has the listener.</summary>
    public required ILoadBalancer LoadBalancer { get; init; }

    /// <summary>Port it listens on, 1 to 65535.</summary>
    public required int Port { get; init; }
}
