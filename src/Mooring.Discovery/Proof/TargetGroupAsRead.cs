using Mooring.Discovery.Answers;
using Mooring.StandIns.Values;

namespace Mooring.Discovery.Proof;

/// <summary>A target group, as Terraform's provider reads it.</summary>
/// <seealso href="https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/elbv2/target_group.go"/>
internal static class TargetGroupAsRead
{
    /// <summary>Its attributes, without tags.</summary>
    public static IEnumerable<KeyValuePair<string, Value>> Of(TargetGroupAnswer answer)
    {
        var (described, attributes) = (answer.Description, answer.Attributes);
        return
        [
            new("id", answer.Arn),
            new("arn", answer.Arn),
            new("arn_suffix", ReadValues.SuffixOf(answer.Arn)),
            new("name", answer.Name),
            new("port", ReadValues.Number(described.Number("Port"))),
            new("protocol", described.Text("Protocol")),
            new("protocol_version", described.Text("ProtocolVersion")),
            new("target_type", answer.TargetType),
            new("ip_address_type", described.Text("IpAddressType") ?? "ipv4"),
            new("vpc_id", described.Text("VpcId")),
            new("target_control_port", ReadValues.Number(described.Number("TargetControlPort"))),
            new("health_check", HealthCheckOf(answer)),
            new("stickiness", StickinessOf(attributes)),
            .. HealthOf(attributes),
            .. ReadValues.WhereGiven(attributes, "deregistration_delay.timeout_seconds", "deregistration_delay", text => text),
            .. ReadValues.WhereGiven(attributes, "slow_start.duration_seconds", "slow_start", text => ReadValues.Number(Answer.Number(text))),
            .. ReadValues.WhereGiven(attributes, "load_balancing.algorithm.type", "load_balancing_algorithm_type", text => text),
            .. ReadValues.WhereGiven(attributes, "load_balancing.algorithm.anomaly_mitigation", "load_balancing_anomaly_mitigation", text => text),
            .. ReadValues.WhereGiven(attributes, "load_balancing.cross_zone.enabled", "load_balancing_cross_zone_enabled", text => text),
        ];
    }

    private static Value HealthCheckOf(TargetGroupAnswer answer)
    {
        var described = answer.Description;
        var matcher = described.Object("Matcher");
        return ReadValues.Block([
            new("enabled", described.Flag("HealthCheckEnabled")),
            new("path", described.Text("HealthCheckPath")),
            new("port", described.Text("HealthCheckPort")),
            new("protocol", described.Text("HealthCheckProtocol")),
            new("matcher", matcher.Text("GrpcCode") ?? matcher.Text("HttpCode")),
            new("interval", ReadValues.Number(described.Number("HealthCheckIntervalSeconds"))),
            new("timeout", ReadValues.Number(described.Number("HealthCheckTimeoutSeconds"))),
            new("healthy_threshold", ReadValues.Number(described.Number("HealthyThresholdCount"))),
            new("unhealthy_threshold", ReadValues.Number(described.Number("UnhealthyThresholdCount"))),
        ]);
    }

    private static IEnumerable<KeyValuePair<string, Value>> HealthOf(IReadOnlyDictionary<string, string> attributes)
    {
        const string prefix = "target_group_health.";
        if (!attributes.Keys.Any(key => key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            return [];
        }

        string Of(string name, string otherwise) => attributes.GetValueOrDefault($"{prefix}{name}") ?? otherwise;
        var dns = ReadValues.Block([
            new("minimum_healthy_targets_count", Of("dns_failover.minimum_healthy_targets.count", "1")),
            new("minimum_healthy_targets_percentage", Of("dns_failover.minimum_healthy_targets.percentage", "off")),
        ]);
        var routing = ReadValues.Block([
            new("minimum_healthy_targets_count", ReadValues.Number(Answer.Number(Of("unhealthy_state_routing.minimum_healthy_targets.count", "1")))),
            new("minimum_healthy_targets_percentage", Of("unhealthy_state_routing.minimum_healthy_targets.percentage", "off")),
        ]);
        return [new("target_group_health", ReadValues.Block([new("dns_failover", dns), new("unhealthy_state_routing", routing)]))];
    }

    private static Value StickinessOf(IReadOnlyDictionary<string, string> attributes)
    {
        var type = attributes.GetValueOrDefault("stickiness.type") ?? "lb_cookie";
        return ReadValues.Block([
            new("enabled", attributes.GetValueOrDefault("stickiness.enabled") == "true"),
            new("type", type),
            new("cookie_duration", Answer.Number(attributes.GetValueOrDefault($"stickiness.{type}.duration_seconds")) ?? 86_400),
            new("cookie_name", ReadValues.TextUnlessEmpty(type == "app_cookie" ? attributes.GetValueOrDefault("stickiness.app_cookie.cookie_name") : null)),
        ]);
    }
}
