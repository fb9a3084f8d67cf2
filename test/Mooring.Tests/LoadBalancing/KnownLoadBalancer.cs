using Mooring.LoadBalancing;

namespace Mooring.Tests.LoadBalancing;

/// <summary>A load balancer of which everything is known.</summary>
internal sealed record KnownLoadBalancer(string LoadBalancerArn) : ILoadBalancer
{
    public string LoadBalancerDnsName => "shop-public-1234567890.eu-west-1.elb.amazonaws.com";

    public string LoadBalancerZoneId => "Z32O12XQLNTSW2";

    public string SecurityGroupId => "sg-0f9e8d7c6b5a43210";
}
