using Mooring.LoadBalancing;

namespace Mooring.Fleet;

/// <summary>Defines an Application Load Balancer. Its name in AWS is <c>&lt;fleet&gt;-&lt;name&gt;</c>.</summary>
public sealed record LoadBalancerSpec
{
    /// <summary>Who can reach the load balancer.</summary>
    /// <value>Defaults to <c>internal</c>.</value>
    public Scheme Scheme { get; init; } = Scheme.Internal;

    /// <summary>Ids of the subnets it has addresses in: at least two, each in an availability zone of its own.</summary>
    public required IReadOnlyList<string> Subnets { get; init; }

    /// <summary>CIDR blocks from which clients may connect to its listeners.</summary>
    public required IReadOnlyList<string> IngressCidrs { get; init; }

    /// <summary>The listeners, by name.</summary>
    public required IReadOnlyDictionary<string, ListenerSpec> Listeners { get; init; }
}
