using Mooring.LoadBalancing;

namespace Mooring.TargetGroupBindings;

/// <summary>A TargetGroupBinding: which Service's nodes or pods are registered in which target group.</summary>
/// <seealso href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/targetgroupbinding/spec/"/>
public sealed record TargetGroupBinding
{
    /// <summary>Name of the TargetGroupBinding: 1 to 63 lower-case letters, digits and inner hyphens, unique in its namespace.</summary>
    /// <remarks>
    /// Change it together with <see cref="TargetGroupArn"/>, <see cref="TargetType"/>, <see cref="IpAddressType"/> and <see cref="VpcId"/>: the
    /// controller refuses to change any of them.
    /// </remarks>
    public required string Name { get; init; }

    /// <summary>Namespace of the Service, and so of the TargetGroupBinding.</summary>
    public required string Namespace { get; init; }

    /// <summary>Name of the Service.</summary>
    public required string ServiceName { get; init; }

    /// <summary>Port of the Service, by its number, 1 to 65535, or by its name.</summary>
    public required ServicePort ServicePort { get; init; }

    /// <summary>ARN of the target group.</summary>
    /// <value>Defaults to none, with <see cref="TargetGroupName"/> instead.</value>
    public string? TargetGroupArn { get; init; }

    /// <summary>Name of the target group, from controller 2.11.0 on.</summary>
    /// <remarks>
    /// The controller looks its ARN up once, when the TargetGroupBinding is created. It does not find a target group that is created again under
    /// the same name: change <see cref="Name"/> then.
    /// </remarks>
    /// <value>Defaults to none, with <see cref="TargetGroupArn"/> instead.</value>
    public string? TargetGroupName { get; init; }

    /// <summary>Type of the targets: nodes or pods. It must be the target group's.</summary>
    /// <value>Defaults to <see cref="TargetType.Instance"/>.</value>
    public TargetType TargetType { get; init; } = TargetType.Instance;

    /// <summary>Which nodes are registered, from controller 2.2.0 on. Not with target type <c>ip</c>.</summary>
    /// <value>Defaults to <see cref="NodeSelector.NotExcluded"/> for target type <c>instance</c>, and to none for <c>ip</c>.</value>
    public NodeSelector? NodeSelector { get; init; }

    /// <summary>Kind of the addresses that are registered, from controller 2.3.0 on. It must be the target group's.</summary>
    /// <value>Defaults to <see cref="TargetGroupIpAddressType.Ipv4"/>.</value>
    public TargetGroupIpAddressType IpAddressType { get; init; } = TargetGroupIpAddressType.Ipv4;

    /// <summary>Id of the target group's VPC, from controller 2.8.0 on.</summary>
    /// <value>Defaults to none: the controller looks it up.</value>
    public string? VpcId { get; init; }

    /// <summary>
    /// Whether targets that others registered are left in the target group, from controller 2.10.0 on. Clusters that share a
    /// target group without it evict each other's targets.
    /// </summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool MultiClusterTargetGroup { get; init; }

    /// <summary>
    /// ARN of a role that the controller assumes, for a target group in another account; from controller 2.12.0 on, and with
    /// target type <c>ip</c> only.
    /// </summary>
    /// <value>Defaults to none: the target group is in the controller's account.</value>
    public string? IamRoleArnToAssume { get; init; }

    /// <summary>
    /// The <c>sts:ExternalId</c> that the trust policy of <see cref="IamRoleArnToAssume"/> requires, 2 to 1224 characters; from controller 2.12.0
    /// on.
    /// </summary>
    /// <value>Defaults to none.</value>
    public string? AssumeRoleExternalId { get; init; }

    /// <summary>Protocol of the target group, from controller 2.14.0 on; QUIC from 2.15.0 on, and with target type <c>ip</c> only.</summary>
    /// <value>Defaults to none: the controller looks it up.</value>
    public TargetGroupBindingProtocol? TargetGroupProtocol { get; init; }

    /// <summary>Which controller registers the targets.</summary>
    /// <remarks>
    /// That of EKS Auto Mode needs the tag <see cref="AutoModeController.ClusterTag"/> at the target group, and knows <see cref="TargetGroupArn"/>,
    /// <see cref="TargetType"/>, <see cref="NodeSelector"/> and <see cref="MultiClusterTargetGroup"/> only.
    /// </remarks>
    /// <value>Defaults to <see cref="ControllerKind.AwsLoadBalancerController"/>.</value>
    public ControllerKind Controller { get; init; } = ControllerKind.AwsLoadBalancerController;

    /// <summary>What the controller adds to the security groups of the targets.</summary>
    /// <value>Defaults to none: the controller adds nothing.</value>
    public TargetGroupBindingNetworking? Networking { get; init; }

    /// <summary>The node selector of the manifest.</summary>
    internal NodeSelector? EffectiveNodeSelector =>
        (NodeSelector ?? (TargetType == TargetType.Instance ? NodeSelector.NotExcluded : null)) is { IsEmpty: false } selector ? selector : null;
}
