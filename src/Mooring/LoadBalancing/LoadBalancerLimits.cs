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

    /// <summary>Target groups that a load balancer can have. AWS does not raise it.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html"/>
    public static string? TargetGroups(int count) => Limit.Entries(count, 0, 100);

    /// <summary>What a load balancer can have of something, unless AWS has raised the quota.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html"/>
    public static string? Quota(string things, int count, int quota)
        => count <= quota ? null : string.Create(CultureInfo.InvariantCulture, $"must have at most {quota} {things} in all, got {count}: have AWS raise the quota, and write the new one under 'quotas'");

    /// <summary>Name of a load balancer or of a target group: 1 to 32 letters, digits and inner hyphens.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html"/>
    public static string? TargetGroupName(string value)
        => Limit.IsToken(value) || (value.Length <= NameLength && NamePattern().IsMatch(value))
            ? null
            : $"must be 1 to {NameLength} letters, digits and hyphens, without a hyphen at either end, got '{value}' ({value.Length} characters)";

    /// <summary>
    /// Name of a load balancer and of its security group: that of a target group, and neither <c>internal-</c> nor <c>sg-</c> in
    /// front, which AWS keeps for itself.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html"/>
    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html"/>
    public static string? Name(string value)
        => TargetGroupName(value)
            ?? (value.StartsWith("internal-", StringComparison.Ordinal) || value.StartsWith("sg-", StringComparison.Ordinal)
                ? $"must not begin with 'internal-' or 'sg-', got '{value}'"
                : null);

    /// <summary>The subnets of a load balancer: at least two, each in a zone of its own.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html"/>
    public static string? Subnets(IReadOnlyList<string> subnets) => NetworkLimits.Subnets(subnets);

    /// <summary>Subnets, or mappings of subnets: one of them, and as many as <see cref="Subnets"/> asks for.</summary>
    public static string? SubnetsOrMappings(IReadOnlyList<string> subnets, IReadOnlyList<string> mappings)
        => mappings.Count == 0 ? Subnets(subnets)
            : subnets.Count > 0 ? "must be left out where there are subnet mappings"
            : Subnets(mappings);

    /// <summary>The security groups that a load balancer is given: with them it has none of its own, which clients could be let into.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html"/>
    public static string? SecurityGroups(IReadOnlyList<string> groups, IReadOnlyList<string> ingressCidrs, IReadOnlyList<string> ingressPrefixLists)
        => groups.Count == 0 ? null
            : ingressCidrs.Count + ingressPrefixLists.Count > 0 ? "must be left out where clients are let in by CIDR blocks or prefix lists, which takes a security group of its own"
            : Limit.Entries(groups.Count, 1, 5);

    /// <summary>The addresses of a load balancer: one without public IPv4 addresses faces the internet.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#ip-address-type"/>
    public static string? IpAddressType(LoadBalancerIpAddressType value, Scheme scheme)
        => value == LoadBalancerIpAddressType.DualstackWithoutPublicIpv4 && scheme == Scheme.Internal
            ? $"must not be '{value.Word()}' for an internal load balancer, which has no public addresses: use 'dualstack'"
            : null;

    /// <summary>Time without data after which a connection is closed, 1 to 4000 seconds.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#connection-idle-timeout"/>
    public static string? IdleTimeout(int seconds) => Limit.Seconds(seconds, 1, 4000);

    /// <summary>The bucket of a load balancer's logs: 3 to 63 lower-case letters, digits, hyphens and dots.</summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html"/>
    public static string? LogBucket(string value)
        => Limit.IsToken(value) || BucketPattern().IsMatch(value)
            ? null
            : $"must be the name of an S3 bucket, 3 to 63 lower-case letters, digits, hyphens and dots, got '{value}'";

    /// <summary>What stands before the names of log files: neither <c>AWSLogs</c>, which AWS adds, nor a slash at an end.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html"/>
    public static string? LogPrefix(string? value)
        => value is null || Limit.IsToken(value) || !(value.Length == 0 || value.StartsWith('/') || value.EndsWith('/') || value.Contains("AWSLogs", StringComparison.Ordinal))
            ? null
            : $"must neither begin nor end with '/' nor contain 'AWSLogs', which AWS adds, got '{value}'";

    [GeneratedRegex(@"^[0-9A-Za-z]([0-9A-Za-z-]*[0-9A-Za-z])?\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^[0-9a-z][0-9a-z.-]{1,61}[0-9a-z]\z")]
    private static partial Regex BucketPattern();
}
