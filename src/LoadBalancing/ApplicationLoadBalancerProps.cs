namespace Mooring.LoadBalancing;

/// <summary>Properties of an <see cref="ApplicationLoadBalancer"/>.</summary>
public sealed record ApplicationLoadBalancerProps
{
    /// <summary>Name of the load balancer and of its security group: 1 to 32 letters, digits and inner hyphens, not beginning with <c>internal-</c> or <c>sg-</c>.</summary>
    public required string LoadBalancerName { get; init; }

    /// <summary>Who can reach it.</summary>
    /// <value>Defaults to <see cref="Scheme.Internal"/>.</value>
    public Scheme Scheme { get; init; } = Scheme.Internal;

    /// <summary>Id of the VPC it is in.</summary>
    public required string VpcId { get; init; }

    /// <summary>Ids of its subnets: at least two, each in an availability zone of its own.</summary>
    public required IReadOnlyList<string> SubnetIds { get; init; }

    /// <summary>CIDR blocks, IPv4 or IPv6, from which clients may connect to <see cref="IngressPorts"/>.</summary>
    /// <value>Defaults to none: nobody may connect.</value>
    public IReadOnlyList<string> IngressCidrs { get; init; } = [];

    /// <summary>Ports that clients may connect to: those of its listeners.</summary>
    /// <value>Defaults to none: nobody may connect.</value>
    public IReadOnlyList<int> IngressPorts { get; init; } = [];
}
