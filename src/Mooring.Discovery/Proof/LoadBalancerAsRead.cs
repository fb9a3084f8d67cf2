using Mooring.Discovery.Answers;
using Mooring.StandIns.Values;

namespace Mooring.Discovery.Proof;

/// <summary>A load balancer, as Terraform's provider reads it.</summary>
/// <seealso href="https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/elbv2/load_balancer.go"/>
internal static class LoadBalancerAsRead
{
    /// <summary>Its attributes, without tags.</summary>
    public static IEnumerable<KeyValuePair<string, Value>> Of(LoadBalancerAnswer answer)
    {
        var (described, attributes) = (answer.Description, answer.Attributes);
        return
        [
            new("id", answer.Arn),
            new("arn", answer.Arn),
            new("arn_suffix", ReadValues.SuffixOf(answer.Arn)),
            new("name", answer.Name),
            new("load_balancer_type", "application"),
            new("internal", described.Text("Scheme") == "internal"),
            new("ip_address_type", described.Text("IpAddressType")),
            new("vpc_id", answer.Vpc),
            new("dns_name", described.Text("DNSName")),
            new("zone_id", described.Text("CanonicalHostedZoneId")),
            new("subnets", ReadValues.Texts(answer.Subnets)),
            new("subnet_mapping", Value.List(answer.Subnets.Select(subnet => Value.Object([new("subnet_id", subnet)])))),
            new("security_groups", ReadValues.Texts(answer.SecurityGroups)),
            new("access_logs", LogsOf(attributes, "access_logs")),
            new("connection_logs", LogsOf(attributes, "connection_logs")),
            .. ReadValues.WhereGiven(attributes, "idle_timeout.timeout_seconds", "idle_timeout", text => ReadValues.Number(Answer.Number(text))),
            .. ReadValues.WhereGiven(attributes, "deletion_protection.enabled", "enable_deletion_protection", ReadValues.Flag),
            .. ReadValues.WhereGiven(attributes, "routing.http2.enabled", "enable_http2", ReadValues.Flag),
            .. ReadValues.WhereGiven(attributes, "routing.http.drop_invalid_header_fields.enabled", "drop_invalid_header_fields", ReadValues.Flag),
            .. ReadValues.WhereGiven(attributes, "routing.http.desync_mitigation_mode", "desync_mitigation_mode", text => text),
            .. FurtherAttributesOf(answer),
        ];
    }

    private static IEnumerable<KeyValuePair<string, Value>> FurtherAttributesOf(LoadBalancerAnswer answer)
    {
        var attributes = answer.Attributes;
        return
        [
            .. ReadValues.WhereGiven(attributes, "client_keep_alive.seconds", "client_keep_alive", text => ReadValues.Number(Answer.Number(text))),
            .. ReadValues.WhereGiven(attributes, "routing.http.preserve_host_header.enabled", "preserve_host_header", ReadValues.Flag),
            .. ReadValues.WhereGiven(attributes, "routing.http.xff_header_processing.mode", "xff_header_processing_mode", text => text),
            .. ReadValues.WhereGiven(attributes, "routing.http.xff_client_port.enabled", "enable_xff_client_port", ReadValues.Flag),
            .. ReadValues.WhereGiven(
                attributes,
                "routing.http.x_amzn_tls_version_and_cipher_suite.enabled",
                "enable_tls_version_and_cipher_suite_headers",
                ReadValues.Flag
            ),
            .. ReadValues.WhereGiven(attributes, "waf.fail_open.enabled", "enable_waf_fail_open", ReadValues.Flag),
            .. ReadValues.WhereGiven(attributes, "zonal_shift.config.enabled", "enable_zonal_shift", ReadValues.Flag),
            new("health_check_logs", LogsOf(attributes, "health_check_logs")),
            new("minimum_load_balancer_capacity", answer.ReservedCapacityUnits is { } units ? ReadValues.Block([new("capacity_units", units)]) : Value.List()),
            new("ipam_pools", answer.IpamPool is { } pool ? ReadValues.Block([new("ipv4_ipam_pool_id", pool)]) : Value.List()),
        ];
    }

    private static Value LogsOf(IReadOnlyDictionary<string, string> attributes, string logs) =>
        ReadValues.Block([
            new("bucket", attributes.GetValueOrDefault($"{logs}.s3.bucket", string.Empty)),
            new("prefix", ReadValues.TextUnlessEmpty(attributes.GetValueOrDefault($"{logs}.s3.prefix"))),
            new("enabled", attributes.GetValueOrDefault($"{logs}.s3.enabled") == "true"),
        ]);
}
