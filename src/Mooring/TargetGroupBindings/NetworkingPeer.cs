namespace Mooring.TargetGroupBindings;

/// <summary>Who may reach the targets: an address block or a security group, exactly one of them.</summary>
public sealed record NetworkingPeer
{
    /// <summary>A CIDR block, IPv4 or IPv6.</summary>
    /// <value>Defaults to none, with <see cref="SecurityGroupId"/> instead.</value>
    public string? Cidr { get; init; }

    /// <summary>Id of a security group, such as the load balancer's.</summary>
    /// <value>Defaults to none, with <see cref="Cidr"/> instead.</value>
    public string? SecurityGroupId { get; init; }
}
