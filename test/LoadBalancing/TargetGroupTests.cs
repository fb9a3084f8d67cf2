using FluentAssertions;
using Mooring.LoadBalancing;
using Mooring.Tests.Synthesis;
using Xunit;

namespace Mooring.Tests.LoadBalancing;

public class TargetGroupTests : ConstructTest
{
    private static TargetGroupProps Minimal => new() { TargetGroupName = "shop-blue", VpcId = "vpc-0a1b2c3d4e5f60718" };

    [Fact]
    public void A_target_group_needs_a_name_and_a_vpc()
    {
        _ = new TargetGroup(Stack, "TargetGroup", Minimal);

        VerifySnapshot("LoadBalancing/TargetGroup.Minimal");
    }

    [Fact]
    public void Its_replacement_exists_before_it_is_destroyed()
    {
        _ = new TargetGroup(Stack, "TargetGroup", Minimal);

        Synthesize().Resource("aws_lb_target_group")["lifecycle"]!["create_before_destroy"]!.GetValue<bool>().Should().BeTrue();
    }

    [Fact]
    public void Pods_are_targets_of_their_own_over_https()
    {
        _ = new TargetGroup(Stack, "TargetGroup", Minimal with { TargetType = TargetType.Ip, Protocol = TargetGroupProtocol.Https, Port = 8443 });

        var targetGroup = Synthesize().Resource("aws_lb_target_group");
        targetGroup["target_type"]!.GetValue<string>().Should().Be("ip");
        targetGroup["protocol"]!.GetValue<string>().Should().Be("HTTPS");
        targetGroup["port"]!.GetValue<int>().Should().Be(8443);
        targetGroup["health_check"]!["protocol"]!.GetValue<string>().Should().Be("HTTPS");
    }

    [Fact]
    public void The_health_check_asks_for_a_path_of_the_service()
    {
        _ = new TargetGroup(Stack, "TargetGroup", Minimal with { HealthCheck = new HealthCheck { Path = "/healthz", Matcher = "200-399" } });

        var check = Synthesize().Resource("aws_lb_target_group")["health_check"]!;
        check["path"]!.GetValue<string>().Should().Be("/healthz");
        check["matcher"]!.GetValue<string>().Should().Be("200-399");
    }

    [Fact]
    public void Fails_when_the_name_is_longer_than_elb_allows()
    {
        var define = () => new TargetGroup(Stack, "TargetGroup", Minimal with { TargetGroupName = new string('a', 33) });

        define.Should().Throw<ArgumentException>().WithMessage(
            "'TargetGroupName' must be 1 to 32 letters, digits and hyphens, without a hyphen at either end, got 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' (33 characters)");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65536)]
    public void Fails_when_the_port_is_none(int port)
    {
        var define = () => new TargetGroup(Stack, "TargetGroup", Minimal with { Port = port });

        define.Should().Throw<ArgumentException>().WithMessage($"'Port' must be between 1 and 65535, got {port}");
    }

    [Fact]
    public void Fails_when_the_health_check_asks_for_no_path()
    {
        var define = () => new TargetGroup(Stack, "TargetGroup", Minimal with { HealthCheck = new HealthCheck { Path = "healthz" } });

        define.Should().Throw<ArgumentException>().WithMessage("'Path' must begin with '/' and have at most 1024 characters, got 'healthz'");
    }
}
