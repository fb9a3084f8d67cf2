using Mooring.Discovery.Answers;
using Mooring.Fleet;
using Mooring.LoadBalancing;

namespace Mooring.Discovery.Declaration;

/// <summary>Declares the attributes of a load balancer.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html"/>
internal static class LoadBalancerAttributes
{
    /// <summary>Attributes with AWS's default that Terraform leaves as they are, where the file does not have <c>attributes</c>.</summary>
    private static readonly Dictionary<string, string> s_others = new()
    {
        ["client_keep_alive.seconds"] = "3600",
        ["routing.http.preserve_host_header.enabled"] = "false",
        ["routing.http.x_amzn_tls_version_and_cipher_suite.enabled"] = "false",
        ["routing.http.xff_client_port.enabled"] = "false",
        ["routing.http.xff_header_processing.mode"] = "append",
        ["waf.fail_open.enabled"] = "false",
        ["zonal_shift.config.enabled"] = "false",
        ["health_check_logs.s3.enabled"] = "false",
    };

    /// <summary>Declares them, and nothing else of the load balancer.</summary>
    public static LoadBalancerSpec Of(LoadBalancerAnswer answer)
    {
        var attributes = answer.Attributes;
        return new()
        {
            Listeners = new Dictionary<string, ListenerSpec>(),
            AccessLogs = LogsOf(attributes, "access_logs"),
            ConnectionLogs = LogsOf(attributes, "connection_logs"),
            IdleTimeout = Answer.Number(attributes.GetValueOrDefault("idle_timeout.timeout_seconds")) is { } seconds and not 60 ? seconds : null,
            Http2 = attributes.GetValueOrDefault("routing.http2.enabled") != "false",
            DropInvalidHeaders = attributes.GetValueOrDefault("routing.http.drop_invalid_header_fields.enabled") == "true",
            DesyncMitigation = attributes.GetValueOrDefault("routing.http.desync_mitigation_mode") switch
            {
                "monitor" => DesyncMitigationMode.Monitor,
                "strictest" => DesyncMitigationMode.Strictest,
                _ => DesyncMitigationMode.Defensive,
            },
            DeletionProtection = attributes.GetValueOrDefault("deletion_protection.enabled") != "false",
        };
    }

    /// <summary>Notes those of them that differ from AWS's default.</summary>
    public static void CommentOthers(LoadBalancerAnswer answer, string path, Declared declared)
    {
        foreach (var (name, value) in answer.Attributes.Where(attribute => s_others.TryGetValue(attribute.Key, out var usual) && usual != attribute.Value))
        {
            declared.Unsayable(path, $"attribute {name} of {answer.Name}, which stays {value}");
        }
    }

    private static LogBucketSpec? LogsOf(IReadOnlyDictionary<string, string> attributes, string logs) =>
        attributes.GetValueOrDefault($"{logs}.s3.enabled") == "true" && attributes.GetValueOrDefault($"{logs}.s3.bucket") is { Length: > 0 } bucket
            ? new() { Bucket = bucket, Prefix = attributes.GetValueOrDefault($"{logs}.s3.prefix") is { Length: > 0 } prefix ? prefix : null }
            : null;
}
