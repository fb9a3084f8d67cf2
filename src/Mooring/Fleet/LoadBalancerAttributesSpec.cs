using Mooring.LoadBalancing;

namespace Mooring.Fleet;

/// <summary>
/// Defines further attributes of a load balancer. Where the load balancer has this mapping, even an empty one, Terraform owns all of them: what is left
/// out has its default.
/// </summary>
public sealed record LoadBalancerAttributesSpec
{
    /// <summary>How long a client's connection is kept open at most, 60 to 604800 seconds.</summary>
    /// <value>Defaults to 3600 seconds.</value>
    public int? ClientKeepAlive { get; init; }

    /// <summary>Whether targets get the <c>Host</c> header as the client sent it.</summary>
    /// <value>Defaults to <c>false</c>: a port that is not the default one is added to it.</value>
    public bool PreserveHostHeader { get; init; }

    /// <summary>What is done with the <c>X-Forwarded-For</c> header.</summary>
    /// <value>Defaults to <c>append</c>.</value>
    public XForwardedForMode XForwardedFor { get; init; } = XForwardedForMode.Append;

    /// <summary>Whether the <c>X-Forwarded-For</c> header has the client's port, too.</summary>
    /// <value>Defaults to <c>false</c>.</value>
    public bool XForwardedForClientPort { get; init; }

    /// <summary>
    /// Whether targets get the TLS version and cipher of the client's connection, in <c>x-amzn-tls-version</c> and <c>x-amzn-tls-cipher-suite</c>.
    /// </summary>
    /// <value>Defaults to <c>false</c>.</value>
    public bool TlsHeaders { get; init; }

    /// <summary>Whether requests go to targets while AWS WAF does not answer.</summary>
    /// <value>Defaults to <c>false</c>: they are answered with an error.</value>
    public bool WafFailOpen { get; init; }

    /// <summary>Whether Amazon Application Recovery Controller may shift its traffic away from a zone.</summary>
    /// <value>Defaults to <c>false</c>.</value>
    public bool ZonalShift { get; init; }

    /// <summary>Bucket of the health check logs.</summary>
    /// <value>Defaults to none.</value>
    public LogBucketSpec? HealthCheckLogs { get; init; }

    /// <summary>Load balancer capacity units (LCU) that are reserved, at least 100. AWS charges for them.</summary>
    /// <value>Defaults to none: the capacity follows the traffic.</value>
    public int? ReservedCapacityUnits { get; init; }

    /// <summary>Id of the IPAM pool that its public IPv4 addresses come from; only with scheme <c>internet-facing</c>.</summary>
    /// <value>Defaults to none: they are Amazon's.</value>
    public string? IpamPool { get; init; }
}
