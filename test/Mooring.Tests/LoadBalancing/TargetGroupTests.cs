using FluentAssertions;
using Mooring.Errors;
using Mooring.LoadBalancing;
using Mooring.TestKit.Constructs;
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

        Synthesize().Should().HaveResource("aws_lb_target_group", """{ "lifecycle": { "create_before_destroy": true } }""");
    }

    [Fact]
    public void Pods_can_be_targets_over_https()
    {
        _ = new TargetGroup(Stack, "TargetGroup", Minimal with { TargetType = TargetType.Ip, Protocol = TargetGroupProtocol.Https, Port = 8443 });

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_target_group",
                """
                {
                  "target_type": "ip",
                  "protocol": "HTTPS",
                  "port": 8443,
                  "health_check": { "protocol": "HTTPS" }
                }
                """
            );
    }

    [Fact]
    public void The_health_check_has_a_path_and_a_matcher()
    {
        _ = new TargetGroup(
            Stack,
            "TargetGroup",
            Minimal with
            {
                HealthCheck = new HealthCheck { Path = "/healthz", Matcher = "200-399" },
            }
        );

        Synthesize().Should().HaveResource("aws_lb_target_group", """{ "health_check": { "path": "/healthz", "matcher": "200-399" } }""");
    }

    [Fact]
    public void Fails_when_the_name_is_longer_than_elb_allows()
    {
        var define = () => new TargetGroup(Stack, "TargetGroup", Minimal with { TargetGroupName = new string('a', 33) });

        define
            .Should()
            .Throw<ConstructException>()
            .WithMessage(
                "stack/TargetGroup: 'TargetGroupName' must be 1 to 32 letters, digits and hyphens, without a hyphen at either end, got "
                    + "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' (33 characters)"
            );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65536)]
    public void Fails_when_the_port_is_not_valid(int port)
    {
        var define = () => new TargetGroup(Stack, "TargetGroup", Minimal with { Port = port });

        define.Should().Throw<ConstructException>().WithMessage($"stack/TargetGroup: 'Port' must be between 1 and 65535, got {port}");
    }

    [Fact]
    public void Fails_when_the_health_check_has_no_path()
    {
        var define = () => new TargetGroup(Stack, "TargetGroup", Minimal with { HealthCheck = new HealthCheck { Path = "healthz" } });

        define
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/TargetGroup: 'Path' must begin with '/' and have at most 1024 characters, got 'healthz'");
    }

    [Fact]
    public void Its_attributes_are_the_users_choice()
    {
        _ = new TargetGroup(
            Stack,
            "TargetGroup",
            Minimal with
            {
                DeregistrationDelay = TimeSpan.FromSeconds(30),
                SlowStart = TimeSpan.FromMinutes(1),
                Stickiness = new TargetStickiness { Duration = TimeSpan.FromHours(1) },
                CrossZone = true,
                Tags = new Dictionary<string, string> { ["team"] = "edge" },
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_target_group",
                """
                {
                  "deregistration_delay": "30",
                  "slow_start": 60,
                  "stickiness": { "cookie_duration": 3600, "enabled": true, "type": "lb_cookie" },
                  "load_balancing_cross_zone_enabled": "true",
                  "tags": { "team": "edge" }
                }
                """
            );
    }

    [Fact]
    public void A_client_can_be_known_by_the_applications_cookie()
    {
        _ = new TargetGroup(Stack, "TargetGroup", Minimal with { Stickiness = new TargetStickiness { CookieName = "session" } });

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_target_group",
                """
                {
                  "stickiness": { "cookie_duration": 86400, "cookie_name": "session", "enabled": true, "type": "app_cookie" }
                }
                """
            );
    }

    [Fact]
    public void Anomaly_mitigation_can_be_enabled()
    {
        _ = new TargetGroup(Stack, "TargetGroup", Minimal with { Algorithm = LoadBalancingAlgorithm.WeightedRandom, AnomalyMitigation = true });

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_target_group",
                """
                {
                  "load_balancing_algorithm_type": "weighted_random",
                  "load_balancing_anomaly_mitigation": "on"
                }
                """
            );
    }

    [Fact]
    public void With_grpc_the_health_check_expects_a_grpc_code()
    {
        _ = new TargetGroup(Stack, "TargetGroup", Minimal with { ProtocolVersion = ProtocolVersion.Grpc });

        Synthesize().Should().HaveResource("aws_lb_target_group", """{ "protocol_version": "GRPC", "health_check": { "matcher": "12" } }""");
    }

    [Fact]
    public void Targets_can_have_addresses_of_ipv6()
    {
        _ = new TargetGroup(Stack, "TargetGroup", Minimal with { TargetType = TargetType.Ip, IpAddressType = TargetGroupIpAddressType.Ipv6 });

        Synthesize().Should().HaveResource("aws_lb_target_group", """{ "ip_address_type": "ipv6" }""");
    }

    [Fact]
    public void The_health_check_is_the_users_choice_in_full()
    {
        _ = new TargetGroup(
            Stack,
            "TargetGroup",
            Minimal with
            {
                HealthCheck = new HealthCheck
                {
                    Path = "/healthz",
                    Matcher = "200,204",
                    Protocol = TargetGroupProtocol.Https,
                    Port = 10254,
                    Interval = TimeSpan.FromSeconds(15),
                    Timeout = TimeSpan.FromSeconds(10),
                    HealthyThreshold = 2,
                    UnhealthyThreshold = 4,
                },
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_target_group",
                """
                {
                  "health_check": {
                    "healthy_threshold": 2,
                    "interval": 15,
                    "matcher": "200,204",
                    "path": "/healthz",
                    "port": "10254",
                    "protocol": "HTTPS",
                    "timeout": 10,
                    "unhealthy_threshold": 4
                  }
                }
                """
            );
    }

    [Fact]
    public void Targets_can_tell_how_many_requests_they_take()
    {
        _ = new TargetGroup(Stack, "TargetGroup", Minimal with { TargetControlPort = 3000 });

        Synthesize().Should().HaveResource("aws_lb_target_group", """{ "target_control_port": 3000, "lifecycle": { "ignore_changes": null } }""");
    }

    /// <summary>The provider turns DNS failover off where nothing is said; AWS does not.</summary>
    [Fact]
    public void The_number_of_healthy_targets_has_the_defaults_of_aws()
    {
        _ = new TargetGroup(Stack, "TargetGroup", Minimal with { Health = new TargetGroupHealth { RoutingMinimumHealthyTargetPercentage = 50 } });

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb_target_group",
                """
                {
                  "target_group_health": {
                    "dns_failover": { "minimum_healthy_targets_count": "1", "minimum_healthy_targets_percentage": "off" },
                    "unhealthy_state_routing": { "minimum_healthy_targets_count": 1, "minimum_healthy_targets_percentage": "50" }
                  }
                }
                """
            );
    }

    [Fact]
    public void A_target_group_without_that_keeps_what_it_has()
    {
        _ = new TargetGroup(Stack, "TargetGroup", Minimal);

        Synthesize().Should().HaveResource("aws_lb_target_group", """{ "target_group_health": null }""");
    }

    [Fact]
    public void Fails_when_dns_would_be_given_up_after_the_health_of_targets()
    {
        Failing(Minimal with { Health = new TargetGroupHealth { RoutingMinimumHealthyTargetCount = 2 } })
            .Should()
            .Be("'DnsMinimumHealthyTargetCount' must be at least 2, as for routing, or 0: a zone leaves DNS first, got 1");
        Failing(Minimal with { Health = new TargetGroupHealth { RoutingMinimumHealthyTargetCount = 0 } })
            .Should()
            .Be("'RoutingMinimumHealthyTargetCount' must be at least 1, got 0");
        Failing(Minimal with { Health = new TargetGroupHealth { DnsMinimumHealthyTargetPercentage = 101 } })
            .Should()
            .Be("'DnsMinimumHealthyTargetPercentage' must be between 0 and 100, got 101");

        string Failing(TargetGroupProps props) => FaultOf(scope => _ = new TargetGroup(scope, "TargetGroup", props));
    }

    [Fact]
    public void An_existing_target_group_is_imported()
    {
        const string arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop-blue/73e2d6bc24d8a067";
        _ = new TargetGroup(Stack, "TargetGroup", Minimal with { AdoptArn = arn });

        Synthesize().Imports.Should().BeEquivalentTo([("aws_lb_target_group.TargetGroup", arn)]);
    }

    [Fact]
    public void Fails_when_an_attribute_is_outside_its_limits()
    {
        Failing(Minimal with { DeregistrationDelay = TimeSpan.FromHours(2) }).Should().Be("'DeregistrationDelay' must be between 0 and 3600 seconds, got 7200");
        Failing(Minimal with { TargetControlPort = 0 }).Should().Be("'TargetControlPort' must be between 1 and 65535, got 0");
        Failing(Minimal with { SlowStart = TimeSpan.FromSeconds(29) }).Should().Be("'SlowStart' must be 0 or between 30 and 900 seconds, got 29");
        Failing(Minimal with { SlowStart = TimeSpan.FromSeconds(30), Algorithm = LoadBalancingAlgorithm.LeastOutstandingRequests })
            .Should()
            .Be("'SlowStart' must be left out with algorithm 'least_outstanding_requests': targets start slowly with 'round_robin' only");
        Failing(Minimal with { AnomalyMitigation = true })
            .Should()
            .Be("'AnomalyMitigation' must be left out with algorithm 'round_robin': it needs 'weighted_random'");
        Failing(Minimal with { Stickiness = new TargetStickiness(), CrossZone = false })
            .Should()
            .Be("'Stickiness' must be left out with 'crossZone' off: AWS does not support both");
        Failing(Minimal with { Stickiness = new TargetStickiness { CookieName = "AWSALB" } })
            .Should()
            .Be("'CookieName' must not be one of AWS's own cookies, got 'AWSALB'");
        Failing(Check(new HealthCheck { Interval = TimeSpan.FromSeconds(5) })).Should().Be("'Timeout' must be less than the interval of 5 seconds, got 5");
        Failing(Check(new HealthCheck { Interval = TimeSpan.FromSeconds(4) })).Should().Be("'Interval' must be between 5 and 300 seconds, got 4");
        Failing(Check(new HealthCheck { HealthyThreshold = 11 })).Should().Be("'HealthyThreshold' must be between 2 and 10, got 11");
        Failing(Check(new HealthCheck { Matcher = "200-599" }))
            .Should()
            .Be("'Matcher' must be codes from 200 to 499 such as '200' or '200-499', got '200-599'");
        Failing(Check(new HealthCheck { Matcher = "200" }) with { ProtocolVersion = ProtocolVersion.Grpc })
            .Should()
            .Be("'Matcher' must be codes from 0 to 99 such as '0' or '0-99', got '200'");

        static TargetGroupProps Check(HealthCheck check) => Minimal with { HealthCheck = check };

        string Failing(TargetGroupProps props) => FaultOf(scope => _ = new TargetGroup(scope, "TargetGroup", props));
    }
}
