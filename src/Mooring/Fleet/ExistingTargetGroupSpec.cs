using Mooring.LoadBalancing;
using Mooring.TargetGroupBindings;

namespace Mooring.Fleet;

/// <summary>Defines a target group that exists outside the fleet, by <see cref="Arn"/> or by <see cref="Name"/>.</summary>
public sealed record ExistingTargetGroupSpec
{
    /// <summary>ARN of the target group.</summary>
    /// <value>Defaults to none.</value>
    public string? Arn { get; init; }

    /// <summary>Name of the target group, from controller 2.11.0 on.</summary>
    /// <value>Defaults to none.</value>
    public string? Name { get; init; }

    /// <summary>Type of the targets: nodes or pods.</summary>
    /// <value>Defaults to <c>instance</c>.</value>
    public TargetType TargetType { get; init; } = TargetType.Instance;

    /// <summary>Address type of the targets.</summary>
    /// <value>Defaults to <c>ipv4</c>.</value>
    public TargetGroupIpAddressType IpAddressType { get; init; } = TargetGroupIpAddressType.Ipv4;

    /// <summary>Protocol of the target group, from controller 2.14.0 on.</summary>
    /// <value>Defaults to none: the controller looks it up.</value>
    public TargetGroupBindingProtocol? Protocol { get; init; }

    /// <summary>Id of the target group's VPC, from controller 2.8.0 on.</summary>
    /// <value>Defaults to none: the controller looks it up.</value>
    public string? Vpc { get; init; }

    /// <summary>Whether other clusters register targets in it, too; from controller 2.10.0 on.</summary>
    /// <value>Defaults to <c>false</c>.</value>
    public bool Shared { get; init; }

    /// <summary>
    /// The role that the controller assumes, for a target group in another account; from controller 2.12.0 on, and with target
    /// type <c>ip</c> only.
    /// </summary>
    /// <value>Defaults to none: the target group is in the fleet's account.</value>
    public AssumeRoleSpec? AssumeRole { get; init; }
}
