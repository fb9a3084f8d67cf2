using Mooring.LoadBalancing;
using Mooring.TargetGroupBindings;
using Mooring.Tests.LoadBalancing;

namespace Mooring.Tests.TargetGroupBindings;

/// <summary>TargetGroupBindings that the controller takes.</summary>
internal static class KnownBinding
{
    /// <summary>One that has what it must have.</summary>
    public static TargetGroupBinding Minimal =>
        new()
        {
            Name = "shop-blue",
            Namespace = "ingress-nginx",
            ServiceName = "ingress-nginx-controller",
            ServicePort = 80,
            TargetGroupArn = KnownTargetGroup.Blue.TargetGroupArn,
        };

    /// <summary>One that is of pods.</summary>
    public static TargetGroupBinding OfPods => Minimal with { TargetType = TargetType.Ip };

    /// <summary>Nodes with every field that they can have.</summary>
    public static TargetGroupBinding FullOfNodes =>
        Minimal with
        {
            NodeSelector = new NodeSelector
            {
                MatchLabels = new Dictionary<string, string> { ["pool"] = "shop" },
                MatchExpressions =
                [
                    new NodeSelectorRequirement
                    {
                        Key = "example.com/zone",
                        Operator = NodeSelectorOperator.In,
                        Values = ["a", "b"],
                    },
                ],
            },
            IpAddressType = TargetGroupIpAddressType.Ipv6,
            VpcId = "vpc-0a1b2c3d4e5f60718",
            MultiClusterTargetGroup = true,
            TargetGroupProtocol = TargetGroupBindingProtocol.TcpUdp,
            Networking = new TargetGroupBindingNetworking
            {
                Ingress =
                [
                    new NetworkingIngressRule
                    {
                        From = [new NetworkingPeer { Cidr = "10.0.0.0/8" }, new NetworkingPeer { SecurityGroupId = "sg-0a1b2c3d4e5f60718" }],
                        Ports =
                        [
                            new NetworkingPort { Protocol = NetworkingProtocol.Tcp, Port = 30080 },
                            new NetworkingPort { Protocol = NetworkingProtocol.Udp },
                        ],
                    },
                ],
            },
        };

    /// <summary>Pods with every field that nodes cannot have.</summary>
    public static TargetGroupBinding FullOfPods =>
        OfPods with
        {
            TargetGroupArn = null,
            TargetGroupName = "blue",
            IamRoleArnToAssume = "arn:aws:iam::444455556666:role/network/targets",
            AssumeRoleExternalId = "blue-1",
            TargetGroupProtocol = TargetGroupBindingProtocol.TcpQuic,
            Networking = new TargetGroupBindingNetworking
            {
                Ingress =
                [
                    new NetworkingIngressRule { From = [new NetworkingPeer { Cidr = "2001:db8::/32" }], Ports = [new NetworkingPort { Port = "web" }] },
                    new NetworkingIngressRule { From = [new NetworkingPeer { SecurityGroupId = "sg-0a1b2c3d" }] },
                ],
            },
        };
}
