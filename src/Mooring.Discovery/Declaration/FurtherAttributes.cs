using Mooring.Discovery.Answers;
using Mooring.Fleet;
using Mooring.LoadBalancing;

namespace Mooring.Discovery.Declaration;

/// <summary>Declares the attributes of a load balancer that Terraform leaves as they are, unless the file has the mapping <c>attributes</c>.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html"/>
internal static class FurtherAttributes
{
    private const int DefaultKeepAlive = 3600;

    /// <summary>Declares them; <see langword="null"/> where all have AWS's default.</summary>
    public static LoadBalancerAttributesSpec? Of(LoadBalancerAnswer answer)
    {
        var attributes = answer.Attributes;
        var declared = new LoadBalancerAttributesSpec
        {
            ClientKeepAlive = Answer.Number(attributes.GetValueOrDefault("client_keep_alive.seconds")) is { } seconds and not DefaultKeepAlive ? seconds : null,
            PreserveHostHeader = IsOn(attributes, "routing.http.preserve_host_header.enabled"),
            XForwardedFor = TargetGroupDeclaration.Word<XForwardedForMode>(attributes.GetValueOrDefault("routing.http.xff_header_processing.mode")),
            XForwardedForClientPort = IsOn(attributes, "routing.http.xff_client_port.enabled"),
            TlsHeaders = IsOn(attributes, "routing.http.x_amzn_tls_version_and_cipher_suite.enabled"),
            WafFailOpen = IsOn(attributes, "waf.fail_open.enabled"),
            ZonalShift = IsOn(attributes, "zonal_shift.config.enabled"),
            HealthCheckLogs = LoadBalancerAttributes.LogsOf(attributes, "health_check_logs"),
            ReservedCapacityUnits = answer.ReservedCapacityUnits,
            IpamPool = answer.IpamPool,
        };
        return declared == new LoadBalancerAttributesSpec() ? null : declared;
    }

    private static bool IsOn(IReadOnlyDictionary<string, string> attributes, string name) => attributes.GetValueOrDefault(name) == "true";
}
