using FluentAssertions;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>Elastic Load Balancing refuses what its documentation says that it refuses.</summary>
public class RefusedByLoadBalancingTests
{
    private const string NotFound = """{ "type": "fixed-response", "fixed_response": [{ "content_type": "text/plain", "status_code": "404" }] }""";
    private const string Token =
        """{ "type": "jwt-validation", "order": 1, "jwt_validation": [{ "issuer": "i", "jwks_endpoint": "https://login.example.com" }] }""";

    private readonly PretendedAws _aws = new();

    [Theory]
    [InlineData("""  "minimum_load_balancer_capacity": [{ "capacity_units": 99 }]  """, "at least 100 capacity units")]
    [InlineData("""  "minimum_load_balancer_capacity": [{ "capacity_units": 100 }]  """, null)]
    [InlineData("""  "internal": true, "ipam_pools": [{ "ipv4_ipam_pool_id": "ipam-pool-0a1b2c3d" }]  """, "internet-facing load balancers only")]
    [InlineData("""  "internal": false, "ipam_pools": [{ "ipv4_ipam_pool_id": "ipam-pool-0a1b2c3d" }]  """, null)]
    [InlineData("""  "client_keep_alive": 59  """, "between 60 and 604800")]
    public void A_load_balancer(string attributes, string? refusal) =>
        Check(() => _aws.Create("aws_lb", $$"""{ "name": "shop", "load_balancer_type": "application", {{attributes}} }"""), refusal);

    [Theory]
    [InlineData(""" "minimum_healthy_targets_count": "2" """, """ "minimum_healthy_targets_count": 2 """, null)]
    [InlineData(""" "minimum_healthy_targets_count": "off" """, """ "minimum_healthy_targets_count": 2 """, null)]
    [InlineData(""" "minimum_healthy_targets_count": "1" """, """ "minimum_healthy_targets_count": 2 """, "DNS failover must be greater than or equal to")]
    [InlineData(""" "minimum_healthy_targets_percentage": "101" """, "", "must be 'off' or between 1 and 100")]
    public void The_health_of_a_target_group(string dns, string routing, string? refusal) =>
        Check(
            () =>
                _aws.Create(
                    "aws_lb_target_group",
                    $$"""
                    {
                      "name": "shop", "port": 80, "protocol": "HTTP", "vpc_id": "vpc-0a1b2c3d4e5f60718",
                      "target_group_health": [{ "dns_failover": [{ {{dns}} }], "unhealthy_state_routing": [{ {{routing}} }] }]
                    }
                    """
                ),
            refusal
        );

    [Theory]
    [InlineData(
        """{ "host_header": [{ "values": ["a.b", "c.d", "e.f"] }] }, { "path_pattern": [{ "regex_values": ["1", "2", "3"] }] }""",
        "at most 5 condition values"
    )]
    [InlineData("""{ "host_header": [{ "values": ["a.b", "c.d"] }] }, { "path_pattern": [{ "regex_values": ["1", "2", "3"] }] }""", null)]
    [InlineData("""{ "path_pattern": [{ "values": ["/*/*/*/*/*/*"] }] }""", "at most 5 wildcards")]
    [InlineData("""{ "path_pattern": [{ "values": ["/a"], "regex_values": ["b"] }] }""", "either values or regular expressions")]
    [InlineData("""{ "path_pattern": [{ "regex_values": ["(?=a)"] }] }""", "'(?=a)' is not supported")]
    [InlineData("""{ "path_pattern": [{ "regex_values": ["\\p{L}"] }] }""", "is not supported")]
    public void The_conditions_of_a_rule(string conditions, string? refusal) => Check(() => Rule($$""" "condition": [{{conditions}}] """, NotFound), refusal);

    [Theory]
    [InlineData("""{ "type": "url-rewrite", "url_rewrite_config": [{ "rewrite": [{ "regex": "a", "replace": "b" }] }] }""", null)]
    [InlineData("""{ "type": "url-rewrite", "url_rewrite_config": [{ "rewrite": [{ "regex": "(a", "replace": "b" }] }] }""", "'(a' is not supported")]
    [InlineData(
        """
            { "type": "url-rewrite", "url_rewrite_config": [{ "rewrite": [{ "regex": "a", "replace": "b" }] }] },
            { "type": "url-rewrite", "url_rewrite_config": [{ "rewrite": [{ "regex": "c", "replace": "d" }] }] }
            """,
        "one transform of each type"
    )]
    public void The_transforms_of_a_rule(string transforms, string? refusal) =>
        Check(() => Rule($$""" "condition": [{ "path_pattern": [{ "values": ["/a"] }] }], "transform": [{{transforms}}] """, NotFound), refusal);

    [Theory]
    [InlineData("HTTP", "Actions of type 'jwt-validation' are supported on HTTPS listeners only")]
    [InlineData("HTTPS", null)]
    public void A_token_on_a_listener_without_tls(string protocol, string? refusal) =>
        Check(() => Rule(""" "condition": [{ "path_pattern": [{ "values": ["/a"] }] }] """, $"{Token}, {NotFound}", protocol), refusal);

    private ObjectValue Rule(string parts, string actions, string protocol = "HTTP")
    {
        var loadBalancer = _aws.CreateLoadBalancer("shop");
        var listener = _aws.Create(
            "aws_lb_listener",
            $$"""{ "load_balancer_arn": "{{loadBalancer["arn"].Text}}", "port": 80, "protocol": "{{protocol}}", "default_action": [{{NotFound}}] }"""
        );
        return _aws.Create("aws_lb_listener_rule", $$"""{ "listener_arn": "{{listener["arn"].Text}}", "priority": 1, "action": [{{actions}}], {{parts}} }""");
    }

    private static void Check(Func<ObjectValue> create, string? refusal)
    {
        if (refusal is null)
        {
            create.Should().NotThrow();
        }
        else
        {
            create.Should().Throw<RemoteException>().Which.Message.Should().Contain(refusal);
        }
    }
}
