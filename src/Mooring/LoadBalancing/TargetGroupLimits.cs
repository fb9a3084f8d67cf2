using System.Globalization;
using System.Text.RegularExpressions;
using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>What Elastic Load Balancing accepts of a target group.</summary>
/// <seealso cref="Limit"/>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html"/>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html"/>
internal static partial class TargetGroupLimits
{
    /// <summary>Default interval of health checks, in seconds.</summary>
    public const int DefaultInterval = 30;

    /// <summary>Default timeout of a health check, in seconds.</summary>
    public const int DefaultTimeout = 5;

    /// <summary>Default number of successes and of failures in a row; it is the Terraform provider's, AWS's own are 5 and 2.</summary>
    public const int DefaultThreshold = 3;

    private const int LongestPath = 1024;
    private const int ShortestInterval = 5;
    private const int LongestInterval = 300;
    private const int ShortestTimeout = 2;
    private const int LongestTimeout = 120;
    private const int LowestThreshold = 2;
    private const int HighestThreshold = 10;
    private const int LongestDelay = 3600;
    private const int ShortestSlowStart = 30;
    private const int LongestSlowStart = 900;
    private const int LongestStickiness = 604_800;
    private const int LongestCookieName = 256;

    private const string MatcherRegex = @"^[0-9]{1,3}([,-][0-9]{1,3})*\z";

    private static readonly string[] s_cookiesOfAws = ["AWSALB", "AWSALBAPP", "AWSALBTG"];

    /// <summary>The path of a health check, 1 to 1024 characters beginning with <c>/</c>.</summary>
    [Pattern("^/")]
    [Length(1, LongestPath)]
    public static string? HealthCheckPath(string value) =>
        Limit.IsToken(value) || (value.StartsWith('/') && value.Length <= LongestPath)
            ? null
            : $"must begin with '/' and have at most 1024 characters, got '{value}'";

    /// <summary>
    /// What a healthy target answers: HTTP statuses from 200 to 499 or, of gRPC, codes from 0 to 99, as single ones, lists and ranges.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Matcher.html"/>
    [Pattern(MatcherRegex, IsPartial = true)]
    public static string? Matcher(string? value, ProtocolVersion version)
    {
        if (value is null || Limit.IsToken(value))
        {
            return null;
        }

        var (least, most) = version == ProtocolVersion.Grpc ? (0, 99) : (200, 499);
        var isLegal =
            MatcherPattern().IsMatch(value)
            && value.Split(',', '-').Select(code => int.Parse(code, CultureInfo.InvariantCulture)).All(code => code >= least && code <= most);
        return isLegal ? null : $"must be codes from {least} to {most} such as '{least}' or '{least}-{most}', got '{value}'";
    }

    /// <summary>Time between two health checks of a target, 5 to 300 seconds.</summary>
    [Bounds(ShortestInterval, LongestInterval)]
    public static string? HealthCheckInterval(int seconds) => Limit.Seconds(seconds, ShortestInterval, LongestInterval);

    /// <summary>Time after which a health check has failed, 2 to 120 seconds and less than the interval.</summary>
    [Bounds(ShortestTimeout, LongestTimeout)]
    public static string? HealthCheckTimeout(int seconds, int interval) =>
        Limit.Seconds(seconds, ShortestTimeout, LongestTimeout)
        ?? (seconds < interval ? null : string.Create(CultureInfo.InvariantCulture, $"must be less than the interval of {interval} seconds, got {seconds}"));

    /// <summary>Checks in a row after which a target is healthy, or is not, 2 to 10.</summary>
    [Bounds(LowestThreshold, HighestThreshold)]
    public static string? HealthCheckThreshold(int value) => Limit.Between(value, LowestThreshold, HighestThreshold);

    /// <summary>Time that a target is given to finish its requests when it leaves, 0 to 3600 seconds.</summary>
    [Bounds(0, LongestDelay)]
    public static string? DeregistrationDelay(int seconds) => Limit.Seconds(seconds, 0, LongestDelay);

    /// <summary>Time in which a new target's share of the requests grows, 30 to 900 seconds, or 0 for none; only with round robin.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#slow-start-mode"/>
    [Bounds(0, 0)]
    [Bounds(ShortestSlowStart, LongestSlowStart)]
    public static string? SlowStart(int seconds, LoadBalancingAlgorithm algorithm) =>
        seconds is not 0 and not (>= ShortestSlowStart and <= LongestSlowStart)
            ? string.Create(CultureInfo.InvariantCulture, $"must be 0 or between 30 and 900 seconds, got {seconds}")
        : seconds > 0 && algorithm != LoadBalancingAlgorithm.RoundRobin
            ? $"must be left out with algorithm '{algorithm.Word()}': targets start slowly with 'round_robin' only"
        : null;

    /// <summary>Anomaly mitigation: only with weighted random.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#automatic-target-weights"/>
    public static string? AnomalyMitigation(bool value, LoadBalancingAlgorithm algorithm) =>
        value && algorithm != LoadBalancingAlgorithm.WeightedRandom
            ? $"must be left out with algorithm '{algorithm.Word()}': it needs 'weighted_random'"
            : null;

    /// <summary>Stickiness: not without cross-zone load balancing.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html#target-group-cross-zone"/>
    public static string? Stickiness(bool isSticky, bool? crossZone) =>
        isSticky && crossZone == false ? "must be left out with 'crossZone' off: AWS does not support both" : null;

    /// <summary>How long a client stays with its target, 1 second to 7 days.</summary>
    [Bounds(1, LongestStickiness)]
    public static string? StickinessDuration(int seconds) => Limit.Seconds(seconds, 1, LongestStickiness);

    /// <summary>The application's cookie that stickiness follows: not one of AWS's own.</summary>
    [Pattern(@"^(?!(AWSALB|AWSALBAPP|AWSALBTG)\z)")]
    [Length(1, LongestCookieName)]
    public static string? CookieName(string? value) =>
        value is null || Limit.IsToken(value) ? null
        : s_cookiesOfAws.Contains(value) ? $"must not be one of AWS's own cookies, got '{value}'"
        : Limit.Length(value, 1, LongestCookieName);

    /// <summary>Number of healthy targets below which a zone leaves the load balancer's DNS, at least 1; 0 turns it off.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health.html"/>
    [Bounds(0)]
    public static string? DnsHealthyCount(int value) => Limit.Between(value, 0, int.MaxValue);

    /// <summary>Number of healthy targets below which requests go to all targets, at least 1.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health.html"/>
    [Bounds(1)]
    public static string? RoutingHealthyCount(int value) => Limit.Between(value, 1, int.MaxValue);

    /// <summary>Percentage of targets that must be healthy, 1 to 100; 0 turns it off.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health.html"/>
    [Bounds(0, 100)]
    public static string? HealthyPercentage(int value) => Limit.Between(value, 0, 100);

    /// <summary>A threshold for DNS, unless it is off: at least that for requests, so that a zone leaves DNS first.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health.html"/>
    public static string? DnsBesideRouting(int dns, int routing) =>
        dns > 0 && dns < routing
            ? string.Create(CultureInfo.InvariantCulture, $"must be at least {routing}, as for routing, or 0: a zone leaves DNS first, got {dns}")
            : null;

    /// <summary>Addresses of targets: with IPv6 the load balancer is dual-stack.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html#target-group-ip-address-type"/>
    public static string? IpAddressType(TargetGroupIpAddressType value, LoadBalancerIpAddressType loadBalancer) =>
        value == TargetGroupIpAddressType.Ipv6 && loadBalancer == LoadBalancerIpAddressType.Ipv4
            ? $"must be 'ipv4' behind a load balancer whose 'ipAddressType' is '{loadBalancer.Word()}', got '{value.Word()}'"
            : null;

    /// <summary>The listener that forwards to a target group: HTTP/2 and gRPC need HTTPS.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html#target-group-protocol-version"/>
    public static string? ForwardedFrom(ListenerProtocol? listener, ProtocolVersion version) =>
        listener == ListenerProtocol.Http && version != ProtocolVersion.Http1
            ? $"must be a target group of protocol version 'HTTP1' in a listener of protocol HTTP, got '{version.Word()}'"
            : null;

    [GeneratedRegex(MatcherRegex)]
    private static partial Regex MatcherPattern();
}
