using FluentAssertions;
using Mooring.Clusters;
using Mooring.Tests.Synthesis;
using Xunit;

namespace Mooring.Tests.Clusters;

public class NodeIngressTests : ConstructTest
{
    private static NodeIngressProps Minimal => new() { ClusterSecurityGroupId = "sg-0a1b2c3d4e5f60718", LoadBalancerSecurityGroupId = "sg-0f9e8d7c6b5a43210" };

    [Fact]
    public void A_load_balancer_reaches_the_node_ports_of_a_cluster()
    {
        _ = new NodeIngress(Stack, "NodeIngress", Minimal);

        VerifySnapshot("Clusters/NodeIngress.Minimal");
    }

    [Fact]
    public void Fails_when_a_port_is_none()
    {
        var define = () => new NodeIngress(Stack, "NodeIngress", Minimal with { ToPort = 65536 });

        define.Should().Throw<ArgumentException>().WithMessage("'ToPort' must be between 1 and 65535, got 65536");
    }
}
