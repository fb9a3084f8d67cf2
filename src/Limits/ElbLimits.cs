using System.Globalization;
using System.Text.RegularExpressions;
using Mooring.LoadBalancing;

namespace Mooring.Limits;

/// <summary>What Elastic Load Balancing accepts.</summary>
/// <seealso cref="Limit"/>
internal static partial class ElbLimits
{
    /// <summary>Length of the name of a load balancer or target group.</summary>
    public const int NameLength = 32;

    /// <summary>A listener rule's priority, 1 to 50000.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html"/>
    public static string? Priority(int value) => Limit.Between(value, 1, 50000);

    /// <summary>The weight of a target group in a forward, 0 to 999.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupTuple.html"/>
    public static string? Weight(int value) => Limit.Between(value, 0, 999);

    /// <summary>How many target groups one forward can name, 1 to 5.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html"/>
    public static string? ForwardTargetGroups(int count) => Limit.Entries(count, 1, 5);

    /// <summary>The subnets of an Application Load Balancer: at least two, each in a zone of its own.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html"/>
    public static string? LoadBalancerSubnets(IReadOnlyList<string> subnets) => NetworkLimits.Subnets(subnets);

    /// <summary>The HTTP status of a redirect, 301 or 302.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html"/>
    public static string? RedirectStatus(int value)
        => value is 301 or 302 ? null : string.Create(CultureInfo.InvariantCulture, $"must be 301 or 302, got {value}");

    /// <summary>What a redirect changes: at least one of protocol, port, host and path, or it would lead to itself.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html"/>
    public static string? Redirect(ListenerProtocol? protocol, int? port, string? host, string? path)
        => (protocol, port, host, path) is (null, null, null, null) ? "must change one of protocol, port, host and path" : null;

    /// <summary>The HTTP status of a fixed response, 2xx, 4xx or 5xx.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_FixedResponseActionConfig.html"/>
    public static string? FixedResponseStatus(int value)
        => value is (>= 200 and < 300) or (>= 400 and < 600) ? null : string.Create(CultureInfo.InvariantCulture, $"must be a status of 2xx, 4xx or 5xx, got {value}");

    /// <summary>The body of a fixed response, at most 1024 characters.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_FixedResponseActionConfig.html"/>
    public static string? FixedResponseBody(string? value)
        => value is null or { Length: <= 1024 } ? null : string.Create(CultureInfo.InvariantCulture, $"must have at most 1024 characters, got {value.Length}");

    /// <summary>A listener's certificate: an HTTPS listener has one, an HTTP listener has none.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html"/>
    public static string? Certificate(ListenerProtocol protocol, string? certificate) => (protocol, certificate) switch
    {
        (ListenerProtocol.Https, null) => "is required for protocol HTTPS",
        (ListenerProtocol.Http, not null) => $"must be left out for protocol HTTP, got '{certificate}'",
        _ => null,
    };

    /// <summary>A rule's conditions: at least one.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html"/>
    public static string? RuleConditions(IReadOnlyList<string> hosts, IReadOnlyList<string> paths)
        => hosts.Count + paths.Count > 0 ? null : "must not be empty when there are no paths: a rule needs a condition";

    /// <summary>The path of a health check, 1 to 1024 characters beginning with <c>/</c>.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html"/>
    public static string? HealthCheckPath(string value)
        => Limit.IsToken(value) || (value.StartsWith('/') && value.Length <= 1024) ? null : $"must begin with '/' and have at most 1024 characters, got '{value}'";

    /// <summary>Name of a target group: 1 to 32 letters, digits and inner hyphens.</summary>
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
    public static string? LoadBalancerName(string value)
        => TargetGroupName(value)
            ?? (value.StartsWith("internal-", StringComparison.Ordinal) || value.StartsWith("sg-", StringComparison.Ordinal)
                ? $"must not begin with 'internal-' or 'sg-', got '{value}'"
                : null);

    [GeneratedRegex(@"^[0-9A-Za-z]([0-9A-Za-z-]*[0-9A-Za-z])?\z")]
    private static partial Regex NamePattern();
}
