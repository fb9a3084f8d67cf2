using System.Globalization;
using System.Text.RegularExpressions;
using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>What Elastic Load Balancing accepts of an Application Load Balancer.</summary>
/// <seealso cref="Limit"/>
internal static partial class LoadBalancerLimits
{
    /// <summary>Length of the name of a load balancer or target group.</summary>
    public const int NameLength = 32;

    private const int MostTargetGroups = 100;
    private const int MostSecurityGroups = 5;
    private const int LongestIdleTimeout = 4000;
    private const int ShortestClientKeepAlive = 60;
    private const int LongestClientKeepAlive = 604_800;
    private const int LeastCapacityUnits = 100;

    private const string NameCharacters = @"[0-9A-Za-z]([0-9A-Za-z-]{0,30}[0-9A-Za-z])?\z";
    private const string NameRegex = $"^{NameCharacters}";
    private const string LogPrefixRegex = @"^(?!/)(?![\s\S]*AWSLogs)[\s\S]*[^/]\z";

    /// <summary>Target groups that a load balancer can have. AWS does not raise it.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html"/>
    [Entries(0, MostTargetGroups)]
    public static string? TargetGroups(int count) => Limit.Entries(count, 0, MostTargetGroups);

    /// <summary>What a load balancer can have of something, unless AWS has raised the quota.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html"/>
    public static string? Quota(string things, int count, int quota) =>
        count <= quota
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"must have at most {quota} {things} in all, got {count}: request a quota increase from AWS, and set it under 'quotas'"
            );

    /// <summary>A quota that AWS has raised: 1 or more.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html"/>
    [Bounds(1)]
    public static string? RaisedQuota(int value) => Limit.Between(value, 1, int.MaxValue);

    /// <summary>Name of a load balancer or of a target group: 1 to 32 letters, digits and inner hyphens.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html"/>
    [Pattern(NameRegex)]
    public static string? TargetGroupName(string value) =>
        Limit.IsToken(value) || NamePattern().IsMatch(value)
            ? null
            : $"must be 1 to {NameLength} letters, digits and hyphens, without a hyphen at either end, got '{value}' ({value.Length} characters)";

    /// <summary>
    /// Name of a load balancer and of its security group: as that of a target group, without the prefixes <c>internal-</c> and <c>sg-</c>, which
    /// AWS reserves.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html"/>
    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html"/>
    [Pattern($"^(?!internal-|sg-){NameCharacters}")]
    public static string? Name(string value) =>
        TargetGroupName(value)
        ?? (
            value.StartsWith("internal-", StringComparison.Ordinal) || value.StartsWith("sg-", StringComparison.Ordinal)
                ? $"must not begin with 'internal-' or 'sg-', got '{value}'"
                : null
        );

    /// <summary>The subnets of a load balancer: at least two, each in a zone of its own.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html"/>
    [Entries(2)]
    [Unique]
    public static string? Subnets(IReadOnlyList<string> subnets) => NetworkLimits.Subnets(subnets);

    /// <summary>Subnets, or mappings of subnets: one of the two, and as many as <see cref="Subnets"/> requires.</summary>
    [Entries(2)]
    [Unique]
    public static string? SubnetsOrMappings(IReadOnlyList<string> subnets, IReadOnlyList<string> mappings) =>
        mappings.Count == 0 ? Subnets(subnets)
        : subnets.Count > 0 ? "must be left out where there are subnet mappings"
        : Subnets(mappings);

    /// <summary>Existing security groups of a load balancer: with them Terraform creates none, and so has none to add ingress rules to.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html"/>
    [Entries(0, MostSecurityGroups)]
    public static string? SecurityGroups(IReadOnlyList<string> groups, IReadOnlyList<string> ingressCidrs, IReadOnlyList<string> ingressPrefixLists) =>
        groups.Count == 0 ? null
        : ingressCidrs.Count + ingressPrefixLists.Count > 0
            ? "must be left out with CIDR blocks or prefix lists, which need a security group that Terraform creates"
        : Limit.Entries(groups.Count, 1, MostSecurityGroups);

    /// <summary>The addresses of a load balancer: one without public IPv4 addresses faces the internet.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#ip-address-type"/>
    public static string? IpAddressType(LoadBalancerIpAddressType value, Scheme scheme) =>
        value == LoadBalancerIpAddressType.DualstackWithoutPublicIpv4 && scheme == Scheme.Internal
            ? $"must not be '{value.Word()}' for an internal load balancer, which has no public addresses: use 'dualstack'"
            : null;

    /// <summary>Time without data after which a connection is closed, 1 to 4000 seconds.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#connection-idle-timeout"/>
    [Bounds(1, LongestIdleTimeout)]
    public static string? IdleTimeout(int seconds) => Limit.Seconds(seconds, 1, LongestIdleTimeout);

    /// <summary>How long a client's connection is kept open at most, 60 to 604800 seconds.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#http-client-keep-alive-duration"/>
    [Bounds(ShortestClientKeepAlive, LongestClientKeepAlive)]
    public static string? ClientKeepAlive(int seconds) => Limit.Seconds(seconds, ShortestClientKeepAlive, LongestClientKeepAlive);

    /// <summary>Capacity units that are reserved: at least 100. The most is a quota of the account.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/capacity-unit-reservation.html"/>
    [Bounds(LeastCapacityUnits)]
    public static string? ReservedCapacityUnits(int value) => Limit.Between(value, LeastCapacityUnits, int.MaxValue);

    /// <summary>A pool of public addresses: only a load balancer that faces the internet has any.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-ip-pools.html"/>
    public static string? IpamPool(Scheme scheme) =>
        scheme == Scheme.Internal ? "must be left out for an internal load balancer, which has no public addresses" : null;

    /// <summary>The prefix of log files: without <c>AWSLogs</c>, which AWS adds, and without a slash at either end.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html"/>
    [Pattern(LogPrefixRegex)]
    public static string? LogPrefix(string? value) =>
        value is null || Limit.IsToken(value) || LogPrefixPattern().IsMatch(value)
            ? null
            : $"must neither begin nor end with '/' nor contain 'AWSLogs', which AWS adds, got '{value}'";

    [GeneratedRegex(NameRegex)]
    private static partial Regex NamePattern();

    [GeneratedRegex(LogPrefixRegex)]
    private static partial Regex LogPrefixPattern();
}
