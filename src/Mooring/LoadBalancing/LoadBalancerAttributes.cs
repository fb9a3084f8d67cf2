namespace Mooring.LoadBalancing;

/// <summary>
/// Further attributes of an <see cref="ApplicationLoadBalancer"/>. Where it has this record, Terraform owns all of them: what is left out has AWS's default.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html"/>
public sealed record LoadBalancerAttributes
{
    /// <summary>How long a client's connection is kept open at most, 60 to 604800 seconds.</summary>
    /// <value>Defaults to 3600 seconds.</value>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#http-client-keep-alive-duration"/>
    public TimeSpan? ClientKeepAlive { get; init; }

    /// <summary>Whether targets get the <c>Host</c> header as the client sent it.</summary>
    /// <value>Defaults to no: a port that is not the default one is added to it.</value>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#host-header-preservation"/>
    public bool PreserveHostHeader { get; init; }

    /// <summary>What is done with the <c>X-Forwarded-For</c> header.</summary>
    /// <value>Defaults to <see cref="XForwardedForMode.Append"/>.</value>
    public XForwardedForMode XForwardedFor { get; init; } = XForwardedForMode.Append;

    /// <summary>Whether the <c>X-Forwarded-For</c> header has the client's port, too.</summary>
    /// <value>Defaults to no.</value>
    public bool XForwardedForClientPort { get; init; }

    /// <summary>
    /// Whether targets get the TLS version and cipher of the client's connection, in <c>x-amzn-tls-version</c> and <c>x-amzn-tls-cipher-suite</c>.
    /// </summary>
    /// <value>Defaults to no.</value>
    public bool TlsHeaders { get; init; }

    /// <summary>Whether requests go to targets while AWS WAF does not answer.</summary>
    /// <value>Defaults to no: they are answered with an error.</value>
    /// <seealso href="https://docs.aws.amazon.com/waf/latest/developerguide/waf-alb.html"/>
    public bool WafFailOpen { get; init; }

    /// <summary>Whether Amazon Application Recovery Controller may shift its traffic away from a zone.</summary>
    /// <value>Defaults to no.</value>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/zonal-shift.html"/>
    public bool ZonalShift { get; init; }

    /// <summary>Bucket of the health check logs.</summary>
    /// <value>Defaults to none.</value>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-health-check-logs.html"/>
    public LogBucket? HealthCheckLogs { get; init; }

    /// <summary>Load balancer capacity units (LCU) that are reserved, at least 100. AWS charges for them.</summary>
    /// <value>Defaults to none: the capacity follows the traffic.</value>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/capacity-unit-reservation.html"/>
    public int? ReservedCapacityUnits { get; init; }

    /// <summary>Id of the IPAM pool that its public IPv4 addresses come from; only where it faces the internet.</summary>
    /// <value>Defaults to none: they are Amazon's.</value>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-ip-pools.html"/>
    public string? IpamPoolId { get; init; }
}
