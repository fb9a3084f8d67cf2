using FluentAssertions;
using Mooring.Clusters;
using Mooring.Errors;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.Clusters;

public class NodeIngressTests : ConstructTest
{
    private static NodeIngressProps Minimal => new() { Cluster = new KnownCluster(), LoadBalancerSecurityGroupId = "sg-0f9e8d7c6b5a43210" };

    [Fact]
    public void A_load_balancer_reaches_the_node_ports_of_a_cluster()
    {
        _ = new NodeIngress(Stack, "NodeIngress", Minimal);

        VerifySnapshot("Clusters/NodeIngress.Minimal");
    }

    [Fact]
    public void Fails_when_a_port_is_not_valid()
    {
        var define = () => new NodeIngress(Stack, "NodeIngress", Minimal with { ToPort = 65536 });

        define.Should().Throw<ConstructException>().WithMessage("stack/NodeIngress: 'ToPort' must be between 1 and 65535, got 65536");
    }

    [Fact]
    public void A_load_balancer_reaches_a_port_of_pods()
    {
        _ = new NodeIngress(Stack, "NodeIngress", Minimal with { FromPort = 8080, ToPort = 8080 });

        Synthesize().Should().HaveResource("aws_vpc_security_group_ingress_rule", """{ "from_port": 8080, "to_port": 8080 }""");
    }

    [Fact]
    public void Nodes_can_have_another_security_group_than_the_clusters()
    {
        _ = new NodeIngress(Stack, "NodeIngress", Minimal with { NodeSecurityGroupId = "sg-0b1b2c3d4e5f60718" });

        Synthesize().Should().HaveResource("aws_vpc_security_group_ingress_rule", """{ "security_group_id": "sg-0b1b2c3d4e5f60718" }""");
    }

    [Fact]
    public void Fails_when_the_last_port_is_before_the_first()
    {
        var define = () => new NodeIngress(Stack, "NodeIngress", Minimal with { FromPort = 8080, ToPort = 80 });

        define.Should().Throw<ConstructException>().WithMessage("stack/NodeIngress: 'ToPort' must be between 8080 and 65535, got 80");
    }
}
