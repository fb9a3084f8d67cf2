using Mooring.Discovery.Answers;
using Mooring.Fleet;
using Mooring.LoadBalancing;

namespace Mooring.Discovery.Declaration;

/// <summary>Declares the attributes of a load balancer.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html"/>
internal static class LoadBalancerAttributes
{
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
            Attributes = FurtherAttributes.Of(answer),
            DeletionProtection = attributes.GetValueOrDefault("deletion_protection.enabled") != "false",
        };
    }

    /// <summary>Declares the bucket of logs; <see langword="null"/> where they are off.</summary>
    public static LogBucketSpec? LogsOf(IReadOnlyDictionary<string, string> attributes, string logs) =>
        attributes.GetValueOrDefault($"{logs}.s3.enabled") == "true" && attributes.GetValueOrDefault($"{logs}.s3.bucket") is { Length: > 0 } bucket
            ? new() { Bucket = bucket, Prefix = attributes.GetValueOrDefault($"{logs}.s3.prefix") is { Length: > 0 } prefix ? prefix : null }
            : null;
}
