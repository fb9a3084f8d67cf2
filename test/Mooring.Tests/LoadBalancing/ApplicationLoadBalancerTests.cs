using FluentAssertions;
using HashiCorp.Cdktf;
using Mooring.Errors;
using Mooring.LoadBalancing;
using Mooring.TestKit.Constructs;
using Xunit;

namespace Mooring.Tests.LoadBalancing;

public class ApplicationLoadBalancerTests : ConstructTest
{
    private static ApplicationLoadBalancerProps Minimal =>
        new()
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

        Synthesize().Should().HaveResource("aws_lb", """{ "lifecycle": { "prevent_destroy": true }, "enable_deletion_protection": true }""");
    }

    [Fact]
    public void It_is_internet_facing_only_when_set()
    {
        _ = new ApplicationLoadBalancer(Stack, "Internal", Minimal);
        _ = new ApplicationLoadBalancer(Stack, "Public", Minimal with { Scheme = Scheme.InternetFacing });

        var synthesized = Synthesize();
        synthesized.Should().HaveResource("aws_lb", "Internal", """{ "internal": true }""");
        synthesized.Should().HaveResource("aws_lb", "Public", """{ "internal": false }""");
    }

    [Fact]
    public void Clients_may_connect_from_every_block_to_every_port()
    {
        _ = new ApplicationLoadBalancer(Stack, "LoadBalancer", Minimal with { IngressCidrs = ["10.0.0.0/8", "2001:db8::/32"], IngressPorts = [80, 443] });

        Synthesize()
            .Resources("aws_vpc_security_group_ingress_rule")
            .Values.Select(rule =>
                (
                    Block: (rule["cidr_ipv4"] ?? rule["cidr_ipv6"])!.GetValue<string>(),
                    IsIpv6: rule["cidr_ipv6"] is not null,
                    From: rule["from_port"]!.GetValue<int>(),
                    To: rule["to_port"]!.GetValue<int>()
                )
            )
            .Should()
            .BeEquivalentTo([
                ("10.0.0.0/8", false, 80, 80),
                ("10.0.0.0/8", false, 443, 443),
                ("2001:db8::/32", true, 80, 80),
                ("2001:db8::/32", true, 443, 443),
            ]);
    }

    [Fact]
    public void Fails_when_all_its_subnets_could_be_in_one_zone()
    {
        var define = () => new ApplicationLoadBalancer(Stack, "LoadBalancer", Minimal with { SubnetIds = ["subnet-0aa11111111111111"] });

        define.Should().Throw<ConstructException>().WithMessage("stack/LoadBalancer: 'SubnetIds' must have at least 2 entries, got 1");
    }

    [Theory]
    [InlineData("internal-shop")]
    [InlineData("sg-shop")]
    public void Fails_when_the_name_is_reserved_by_aws(string name)
    {
        var define = () => new ApplicationLoadBalancer(Stack, "LoadBalancer", Minimal with { LoadBalancerName = name });

        define
            .Should()
            .Throw<ConstructException>()
            .WithMessage($"stack/LoadBalancer: 'LoadBalancerName' must not begin with 'internal-' or 'sg-', got '{name}'");
    }

    [Fact]
    public void Subnets_can_be_tokens()
    {
        _ = new ApplicationLoadBalancer(Stack, "LoadBalancer", Minimal with { SubnetIds = Token.AsList("${data.aws_subnets.public.ids}") });

        Synthesize().Should().HaveResource("aws_lb", """{ "subnets": "${data.aws_subnets.public.ids}" }""");
    }

    [Fact]
    public void Fails_when_a_subnet_is_named_twice()
    {
        var define = () =>
            new ApplicationLoadBalancer(Stack, "LoadBalancer", Minimal with { SubnetIds = ["subnet-0aa11111111111111", "subnet-0aa11111111111111"] });

        define.Should().Throw<ConstructException>().WithMessage("stack/LoadBalancer: 'SubnetIds' must not have an entry twice, got 'subnet-0aa11111111111111'");
    }

    [Fact]
    public void Fails_when_clients_are_no_cidr_block()
    {
        var define = () => new ApplicationLoadBalancer(Stack, "LoadBalancer", Minimal with { IngressCidrs = ["10.0.0.1/8"], IngressPorts = [80] });

        define
            .Should()
            .Throw<ConstructException>()
            .WithMessage("stack/LoadBalancer: 'IngressCidrs' must be a CIDR block such as '10.0.0.0/8' or '2001:db8::/32', got '10.0.0.1/8'");
    }

    [Fact]
    public void An_existing_load_balancer_is_imported()
    {
        const string arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop-public/50dc6c495c0c9188";
        _ = new ApplicationLoadBalancer(Stack, "LoadBalancer", Minimal with { AdoptArn = arn, SecurityGroupIds = ["sg-0a1b2c3d4e5f60718"] });

        var synthesized = Synthesize();
        synthesized.Imports.Should().BeEquivalentTo([("aws_lb.LoadBalancer", arn)]);
        synthesized.Should().HaveResource("aws_lb", """{ "lifecycle": { "prevent_destroy": true } }""");
    }

    [Fact]
    public void Its_deletion_protection_can_be_disabled()
    {
        _ = new ApplicationLoadBalancer(Stack, "LoadBalancer", Minimal with { DeletionProtection = false, PreventDestroy = false });

        Synthesize().Should().HaveResource("aws_lb", """{ "enable_deletion_protection": false, "lifecycle": { "prevent_destroy": null } }""");
    }

    [Fact]
    public void Its_attributes_are_the_users_choice()
    {
        _ = new ApplicationLoadBalancer(
            Stack,
            "LoadBalancer",
            Minimal with
            {
                AccessLogs = new LogBucket { Bucket = "shop-logs", Prefix = "public" },
                ConnectionLogs = new LogBucket { Bucket = "shop-logs" },
                IdleTimeout = TimeSpan.FromMinutes(2),
                Http2 = false,
                DropInvalidHeaders = true,
                DesyncMitigation = DesyncMitigationMode.Strictest,
                Tags = new Dictionary<string, string> { ["team"] = "edge" },
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb",
                """
                {
                  "access_logs": { "bucket": "shop-logs", "enabled": true, "prefix": "public" },
                  "connection_logs": { "bucket": "shop-logs", "enabled": true },
                  "idle_timeout": 120,
                  "enable_http2": false,
                  "drop_invalid_header_fields": true,
                  "desync_mitigation_mode": "strictest",
                  "tags": { "team": "edge" }
                }
                """
            );
    }

    [Fact]
    public void Its_further_attributes_are_terraforms_once_they_are_said()
    {
        _ = new ApplicationLoadBalancer(
            Stack,
            "LoadBalancer",
            Minimal with
            {
                Scheme = Scheme.InternetFacing,
                Attributes = new LoadBalancerAttributes
                {
                    ClientKeepAlive = TimeSpan.FromMinutes(10),
                    PreserveHostHeader = true,
                    XForwardedFor = XForwardedForMode.Remove,
                    XForwardedForClientPort = true,
                    TlsHeaders = true,
                    WafFailOpen = true,
                    ZonalShift = true,
                    HealthCheckLogs = new LogBucket { Bucket = "shop-logs", Prefix = "health" },
                    ReservedCapacityUnits = 100,
                    IpamPoolId = "ipam-pool-0a1b2c3d4e5f60718",
                },
            }
        );

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb",
                """
                {
                  "client_keep_alive": 600,
                  "preserve_host_header": true,
                  "xff_header_processing_mode": "remove",
                  "enable_xff_client_port": true,
                  "enable_tls_version_and_cipher_suite_headers": true,
                  "enable_waf_fail_open": true,
                  "enable_zonal_shift": true,
                  "health_check_logs": { "bucket": "shop-logs", "enabled": true, "prefix": "health" },
                  "minimum_load_balancer_capacity": { "capacity_units": 100 },
                  "ipam_pools": { "ipv4_ipam_pool_id": "ipam-pool-0a1b2c3d4e5f60718" },
                  "lifecycle": { "ignore_changes": ["customer_owned_ipv4_pool"] }
                }
                """
            );
    }

    [Fact]
    public void Of_further_attributes_that_are_empty_terraform_plans_the_defaults()
    {
        _ = new ApplicationLoadBalancer(Stack, "LoadBalancer", Minimal with { Attributes = new LoadBalancerAttributes() });

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb",
                """
                {
                  "client_keep_alive": null,
                  "preserve_host_header": null,
                  "xff_header_processing_mode": null,
                  "health_check_logs": { "bucket": "", "enabled": false },
                  "minimum_load_balancer_capacity": null,
                  "ipam_pools": null,
                  "lifecycle": { "ignore_changes": ["customer_owned_ipv4_pool"] }
                }
                """
            );
    }

    [Fact]
    public void With_dual_stack_both_address_families_are_allowed()
    {
        _ = new ApplicationLoadBalancer(
            Stack,
            "LoadBalancer",
            Minimal with
            {
                IpAddressType = LoadBalancerIpAddressType.Dualstack,
                IngressCidrs = ["::/0"],
                IngressPorts = [443],
            }
        );

        var synthesized = Synthesize();
        synthesized.Should().HaveResource("aws_lb", """{ "ip_address_type": "dualstack" }""");
        synthesized
            .Resources("aws_vpc_security_group_egress_rule")
            .Values.Select(rule => (rule["cidr_ipv4"] ?? rule["cidr_ipv6"])!.GetValue<string>())
            .Should()
            .BeEquivalentTo("0.0.0.0/0", "::/0");
    }

    [Fact]
    public void Clients_may_connect_from_a_prefix_list()
    {
        _ = new ApplicationLoadBalancer(Stack, "LoadBalancer", Minimal with { IngressPrefixListIds = ["pl-4ea04527"], IngressPorts = [443] });

        Synthesize().Should().HaveResource("aws_vpc_security_group_ingress_rule", """{ "prefix_list_id": "pl-4ea04527" }""");
    }

    [Fact]
    public void With_existing_security_groups_it_creates_none()
    {
        var loadBalancer = new ApplicationLoadBalancer(
            Stack,
            "LoadBalancer",
            Minimal with
            {
                SecurityGroupIds = ["sg-0a1b2c3d4e5f60718", "sg-0f9e8d7c6b5a43210"],
                IngressPorts = [443],
            }
        );

        loadBalancer.SecurityGroupId.Should().Be("sg-0a1b2c3d4e5f60718");
        var synthesized = Synthesize();
        synthesized.Should().HaveResource("aws_lb", """{ "security_groups": ["sg-0a1b2c3d4e5f60718", "sg-0f9e8d7c6b5a43210"] }""");
        synthesized.Resources("aws_security_group").Should().BeEmpty();
        synthesized.Resources("aws_vpc_security_group_ingress_rule").Should().BeEmpty();
    }

    [Fact]
    public void Its_subnets_may_be_written_as_mappings()
    {
        _ = new ApplicationLoadBalancer(Stack, "LoadBalancer", Minimal with { SubnetIds = [], SubnetMappings = Minimal.SubnetIds });

        Synthesize()
            .Should()
            .HaveResource(
                "aws_lb",
                """
                {
                  "subnets": null,
                  "subnet_mapping": [{ "subnet_id": "subnet-0aa11111111111111" }, { "subnet_id": "subnet-0bb22222222222222" }]
                }
                """
            );
    }

    [Fact]
    public void A_web_acl_can_protect_it()
    {
        const string webAcl = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/11111111-2222-3333-4444-555555555555";
        _ = new ApplicationLoadBalancer(Stack, "LoadBalancer", Minimal with { WebAclArn = webAcl });

        Synthesize()
            .Resource("aws_wafv2_web_acl_association")
            .ToJsonString()
            .Should()
            .Be($$"""{"resource_arn":"${aws_lb.LoadBalancer.arn}","web_acl_arn":"{{webAcl}}"}""");
    }

    [Fact]
    public void Fails_when_a_property_is_outside_its_limits()
    {
        Failing(Minimal with { IdleTimeout = TimeSpan.FromSeconds(4001) }).Should().Be("'IdleTimeout' must be between 1 and 4000 seconds, got 4001");
        Failing(With(new() { ClientKeepAlive = TimeSpan.FromSeconds(59) })).Should().Be("'ClientKeepAlive' must be between 60 and 604800 seconds, got 59");
        Failing(With(new() { ReservedCapacityUnits = 99 })).Should().Be("'ReservedCapacityUnits' must be at least 100, got 99");
        Failing(With(new() { IpamPoolId = "ipam-pool-0a1b2c3d4e5f60718" }))
            .Should()
            .Be("'IpamPoolId' must be left out for an internal load balancer, which has no public addresses");
        Failing(
                With(
                    new()
                    {
                        HealthCheckLogs = new LogBucket { Bucket = "logs", Prefix = "/health" },
                    }
                )
            )
            .Should()
            .Be("'Prefix' must neither begin nor end with '/' nor contain 'AWSLogs', which AWS adds, got '/health'");
        Failing(Minimal with { AccessLogs = new LogBucket { Bucket = "Logs" } })
            .Should()
            .Be("'Bucket' must be the name of an S3 bucket, 3 to 63 lower-case letters, digits, hyphens and dots, got 'Logs'");
        Failing(
                Minimal with
                {
                    AccessLogs = new LogBucket { Bucket = "logs", Prefix = "a/AWSLogs" },
                }
            )
            .Should()
            .Be("'Prefix' must neither begin nor end with '/' nor contain 'AWSLogs', which AWS adds, got 'a/AWSLogs'");
        Failing(Minimal with { SubnetMappings = Minimal.SubnetIds }).Should().Be("'SubnetIds' must be left out where there are subnet mappings");
        Failing(Minimal with { SubnetIds = ["subnet-a", "subnet-b"] })
            .Should()
            .Be("'SubnetIds' must be 'subnet-' and 8 or 17 hexadecimal digits, got 'subnet-a'");
        Failing(Minimal with { SecurityGroupIds = ["sg-0a1b2c3d4e5f60718"], IngressCidrs = ["10.0.0.0/8"] })
            .Should()
            .Be("'SecurityGroupIds' must be left out with CIDR blocks or prefix lists, which need a security group that Terraform creates");
        Failing(Minimal with { IpAddressType = LoadBalancerIpAddressType.DualstackWithoutPublicIpv4 })
            .Should()
            .Be("'IpAddressType' must not be 'dualstack-without-public-ipv4' for an internal load balancer, which has no public addresses: use 'dualstack'");
        Failing(Minimal with { Tags = new Dictionary<string, string> { ["aws:team"] = "edge" } })
            .Should()
            .Be("'Tags' must not have a key that begins with 'aws:', got 'aws:team'");

        static ApplicationLoadBalancerProps With(LoadBalancerAttributes attributes) => Minimal with { Attributes = attributes };

        string Failing(ApplicationLoadBalancerProps props) => FaultOf(scope => _ = new ApplicationLoadBalancer(scope, "LoadBalancer", props));
    }
}
