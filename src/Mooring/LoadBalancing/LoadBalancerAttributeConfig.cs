using HashiCorp.Cdktf.Providers.Aws.Lb;

namespace Mooring.LoadBalancing;

/// <summary>
/// Further attributes of a load balancer as Terraform has them. Where the provider has a default, it is left out; logs that are off are written, because the
/// provider keeps a block that is left out.
/// </summary>
internal static class LoadBalancerAttributeConfig
{
    /// <summary>Adds the attributes to the configuration of a load balancer.</summary>
    public static void Add(LoadBalancerAttributes attributes, LbConfig config)
    {
        config.ClientKeepAlive = attributes.ClientKeepAlive?.TotalSeconds;
        config.PreserveHostHeader = OnlyTrue(attributes.PreserveHostHeader);
        config.XffHeaderProcessingMode = attributes.XForwardedFor == XForwardedForMode.Append ? null : attributes.XForwardedFor.Word();
        config.EnableXffClientPort = OnlyTrue(attributes.XForwardedForClientPort);
        config.EnableTlsVersionAndCipherSuiteHeaders = OnlyTrue(attributes.TlsHeaders);
        config.EnableWafFailOpen = OnlyTrue(attributes.WafFailOpen);
        config.EnableZonalShift = OnlyTrue(attributes.ZonalShift);
        config.HealthCheckLogs = attributes.HealthCheckLogs is { } logs
            ? new LbHealthCheckLogs
            {
                Bucket = logs.Bucket,
                Prefix = logs.Prefix,
                Enabled = true,
            }
            : new LbHealthCheckLogs { Bucket = string.Empty, Enabled = false };
        config.MinimumLoadBalancerCapacity = attributes.ReservedCapacityUnits is { } units ? new LbMinimumLoadBalancerCapacity { CapacityUnits = units } : null;
        config.IpamPools = attributes.IpamPoolId is { } pool ? new LbIpamPools { Ipv4IpamPoolId = pool } : null;
    }

    private static bool? OnlyTrue(bool value) => value ? true : null;
}
