using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.LoadBalancing;
using Mooring.Tests.Synthesis;
using Xunit;

namespace Mooring.Tests.LoadBalancing;

public class ApplicationLoadBalancerTests : ConstructTest
{
    private static ApplicationLoadBalancerProps Minimal => new()
    {
        LoadBalancerName = "shop-public",
        VpcId = "vpc-0a1b2c3d4e5f60718",
        SubnetIds = ["subnet-0aa11111111111111", "subnet-0bb22222222222222"],
    };

    [Fact]
    public void A_load_balancer_needs_a_name_a_vpc_and_two_subnets()
    {
        _ = new ApplicationLoadBalancer(Stack, "LoadBalancer", Minimal);

        VerifySnapshot("LoadBalancing/ApplicationLoadBalancer.Minimal");
    }

    [Fact]
    public void A_pet_can_be_destroyed_neither_by_terraform_nor_in_aws()
    {
        _ = new ApplicationLoadBalancer(Stack, "LoadBalancer", Minimal);

        var loadBalancer = Synthesize().Resource("aws_lb");
        loadBalancer["lifecycle"]!["prevent_destroy"]!.GetValue<bool>().Should().BeTrue();
        loadBalancer["enable_deletion_protection"]!.GetValue<bool>().Should().BeTrue();
    }

    [Fact]
    public void It_faces_the_internet_only_when_told_to()
    {
        _ = new ApplicationLoadBalancer(Stack, "Internal", Minimal);
        _ = new ApplicationLoadBalancer(Stack, "Public", Minimal with { Scheme = Scheme.InternetFacing });

        var synthesized = Synthesize();
        synthesized.Resource("aws_lb", "Internal")["internal"]!.GetValue<bool>().Should().BeTrue();
        synthesized.Resource("aws_lb", "Public")["internal"]!.GetValue<bool>().Should().BeFalse();
    }

    [Fact]
    public void Clients_may_connect_from_every_block_to_every_port()
    {
        _ = new ApplicationLoadBalancer(Stack, "LoadBalancer", Minimal with { IngressCidrs = ["10.0.0.0/8", "2001:db8::/32"], IngressPorts = [80, 443] });

        Synthesize().Resources("aws_vpc_security_group_ingress_rule").Values
            .Select(rule => (Block: (rule["cidr_ipv4"] ?? rule["cidr_ipv6"])!.GetValue<string>(), IsIpv6: rule["cidr_ipv6"] is not null, From: rule["from_port"]!.GetValue<int>(), To: rule["to_port"]!.GetValue<int>()))
            .Should().BeEquivalentTo([("10.0.0.0/8", false, 80, 80), ("10.0.0.0/8", false, 443, 443), ("2001:db8::/32", true, 80, 80), ("2001:db8::/32", true, 443, 443)]);
    }

    [Fact]
    public void Fails_when_all_its_subnets_could_be_in_one_zone()
    {
        var define = () => new ApplicationLoadBalancer(Stack, "LoadBalancer", Minimal with { SubnetIds = ["subnet-0aa11111111111111"] });

        define.Should().Throw<ArgumentException>().WithMessage("'SubnetIds' must have at least 2 entries, got 1");
    }

    [Theory]
    [InlineData("internal-shop")]
    [InlineData("sg-shop")]
    public void Fails_when_the_name_is_one_that_aws_keeps_for_itself(string name)
    {
        var define = () => new ApplicationLoadBalancer(Stack, "LoadBalancer", Minimal with { LoadBalancerName = name });

        define.Should().Throw<ArgumentException>().WithMessage($"'LoadBalancerName' must not begin with 'internal-' or 'sg-', got '{name}'");
    }

    [Fact]
    public void Subnets_may_be_what_terraform_looks_up()
    {
        _ = new ApplicationLoadBalancer(Stack, "LoadBalancer", Minimal with { SubnetIds = Token.AsList("${data.aws_subnets.public.ids}") });

        Synthesize().Resource("aws_lb")["subnets"]!.GetValue<string>().Should().Be("${data.aws_subnets.public.ids}");
    }

    [Fact]
    public void Fails_when_a_subnet_is_named_twice()
    {
        var define = () => new ApplicationLoadBalancer(Stack, "LoadBalancer", Minimal with { SubnetIds = ["subnet-0aa11111111111111", "subnet-0aa11111111111111"] });

        define.Should().Throw<ArgumentException>().WithMessage("'SubnetIds' must not have an entry twice, got 'subnet-0aa11111111111111'");
    }

    [Fact]
    public void Fails_when_clients_are_no_cidr_block()
    {
        var define = () => new ApplicationLoadBalancer(Stack, "LoadBalancer", Minimal with { IngressCidrs = ["10.0.0.1/8"], IngressPorts = [80] });

        define.Should().Throw<ArgumentException>().WithMessage("'IngressCidrs' must be a CIDR block such as '10.0.0.0/8' or '2001:db8::/32', got '10.0.0.1/8'");
    }
}
