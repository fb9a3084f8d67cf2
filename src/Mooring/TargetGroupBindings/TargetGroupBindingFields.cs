using Mooring.LoadBalancing;

namespace Mooring.TargetGroupBindings;

/// <summary>
/// The fields of a TargetGroupBinding, and the first controller that knows each, as the custom resource definitions of its releases have them.
/// </summary>
/// <seealso href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/targetgroupbinding/spec/"/>
internal static class TargetGroupBindingFields
{
    /// <summary>All fields. A field that came in two steps is listed twice, the later step last.</summary>
    public static IReadOnlyList<TargetGroupBindingField> All { get; } =
    [
        new(nameof(TargetGroupBinding.ServiceName), "serviceRef", new(2, 0, 0), static _ => true),
        new(nameof(TargetGroupBinding.TargetGroupArn), "targetGroupARN", new(2, 0, 0), static it => it.TargetGroupArn is not null),
        new(nameof(TargetGroupBinding.TargetType), "targetType", new(2, 0, 0), static _ => true),
        new(nameof(TargetGroupBinding.Networking), "networking", new(2, 0, 0), static it => it.Networking is not null),
        new(nameof(TargetGroupBinding.NodeSelector), "nodeSelector", new(2, 2, 0), static it => it.EffectiveNodeSelector is not null),
        new(nameof(TargetGroupBinding.IpAddressType), "ipAddressType", new(2, 3, 0), static it => it.IpAddressType != TargetGroupIpAddressType.Ipv4),
        new(nameof(TargetGroupBinding.VpcId), "vpcID", new(2, 8, 0), static it => it.VpcId is not null),
        new(nameof(TargetGroupBinding.MultiClusterTargetGroup), "multiClusterTargetGroup", new(2, 10, 0), static it => it.MultiClusterTargetGroup),
        new(nameof(TargetGroupBinding.TargetGroupName), "targetGroupName", new(2, 11, 0), static it => it.TargetGroupName is not null),
        new(nameof(TargetGroupBinding.IamRoleArnToAssume), "iamRoleArnToAssume", new(2, 12, 0), static it => it.IamRoleArnToAssume is not null),
        new(nameof(TargetGroupBinding.AssumeRoleExternalId), "assumeRoleExternalId", new(2, 12, 0), static it => it.AssumeRoleExternalId is not null),
        new(nameof(TargetGroupBinding.TargetGroupProtocol), "targetGroupProtocol", new(2, 14, 0), static it => it.TargetGroupProtocol is not null),
        new(nameof(TargetGroupBinding.TargetGroupProtocol), "targetGroupProtocol", new(2, 15, 0), static it => IsQuic(it.TargetGroupProtocol)),
    ];

    /// <summary>Whether a protocol is QUIC, alone or with TCP.</summary>
    public static bool IsQuic(TargetGroupBindingProtocol? protocol) => protocol is TargetGroupBindingProtocol.Quic or TargetGroupBindingProtocol.TcpQuic;
}
