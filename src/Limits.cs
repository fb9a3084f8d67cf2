using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Mooring.LoadBalancing;
using Mooring.TargetGroupBindings;

namespace Mooring;

/// <summary>
/// What AWS and Kubernetes accept: one method for each kind of name or number. Each returns what is wrong with a value
/// (<c>must be between 1 and 65535, got 0</c>), or <see langword="null"/> when nothing is. The fleet file's checks put
/// the path in front of it, the constructs the name of the property.
/// </summary>
internal static partial class Limits
{
    /// <summary>Length of the name of a load balancer or target group.</summary>
    public const int LoadBalancingNameLength = 32;

    /// <summary>Length of the name of an EKS node group.</summary>
    public const int NodeGroupNameLength = 63;

    /// <summary>Length of an IAM role's name.</summary>
    public const int RoleNameLength = 64;

    /// <summary>A TCP port, 1 to 65535.</summary>
    public static string? Port(int value) => Between(value, 1, 65535);

    /// <summary>A listener rule's priority, 1 to 50000.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html"/>
    public static string? Priority(int value) => Between(value, 1, 50000);

    /// <summary>The weight of a target group in a forward, 0 to 999.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupTuple.html"/>
    public static string? Weight(int value) => Between(value, 0, 999);

    /// <summary>How many target groups one forward can name, 1 to 5.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html"/>
    public static string? ForwardTargetGroups(int count) => Entries(count, 1, 5);

    /// <summary>The subnets of an Application Load Balancer: at least two, each in a zone of its own.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html"/>
    public static string? LoadBalancerSubnets(IReadOnlyList<string> subnets) => Subnets(subnets);

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
        => IsToken(value) || (value.StartsWith('/') && value.Length <= 1024) ? null : $"must begin with '/' and have at most 1024 characters, got '{value}'";

    /// <summary>Name of a target group: 1 to 32 letters, digits and inner hyphens.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html"/>
    public static string? TargetGroupName(string value)
        => IsToken(value) || (value.Length <= LoadBalancingNameLength && LoadBalancingNamePattern().IsMatch(value))
            ? null
            : $"must be 1 to {LoadBalancingNameLength} letters, digits and hyphens, without a hyphen at either end, got '{value}' ({value.Length} characters)";

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

    /// <summary>Name of an IAM role: 1 to 64 letters, digits and <c>_+=,.@-</c>.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html"/>
    public static string? RoleName(string value)
        => IsToken(value) || RoleNamePattern().IsMatch(value)
            ? null
            : $"must be 1 to {RoleNameLength} letters, digits and '_+=,.@-', got '{value}' ({value.Length} characters)";

    /// <summary>The subnets of an EKS cluster: at least two, in different zones.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html"/>
    public static string? ClusterSubnets(IReadOnlyList<string> subnets) => Subnets(subnets);

    /// <summary>The fewest nodes of a node group: 0 or more.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupScalingConfig.html"/>
    public static string? NodeGroupMinSize(int value) => Between(value, 0, int.MaxValue);

    /// <summary>The most nodes of a node group: 1 or more, and no fewer than its fewest.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupScalingConfig.html"/>
    public static string? NodeGroupMaxSize(int value, int minSize) => Between(value, Math.Max(1, minSize), int.MaxValue);

    /// <summary>The instance types of a node group: at least one.</summary>
    public static string? InstanceTypes(int count) => Entries(count, 1, int.MaxValue);

    /// <summary>Name of an EKS cluster: 1 to 100 letters, digits, hyphens and underscores, a letter or digit first.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html"/>
    public static string? ClusterName(string value)
        => IsToken(value) || ClusterNamePattern().IsMatch(value)
            ? null
            : $"must be 1 to 100 letters, digits, hyphens and underscores, a letter or digit first, got '{value}'";

    /// <summary>Name of a node group: 1 to 63 letters, digits, hyphens and underscores, a letter or digit first.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html"/>
    public static string? NodeGroupName(string value)
        => IsToken(value) || (value.Length <= NodeGroupNameLength && ClusterNamePattern().IsMatch(value))
            ? null
            : $"must be 1 to {NodeGroupNameLength} letters, digits, hyphens and underscores, a letter or digit first, got '{value}'";

    /// <summary>A Kubernetes label value: empty, or up to 63 letters, digits and inner hyphens, underscores and dots.</summary>
    /// <seealso href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set"/>
    public static string? LabelValue(string value)
        => IsToken(value) || LabelValuePattern().IsMatch(value)
            ? null
            : $"must be a Kubernetes label value: at most 63 letters, digits, hyphens, underscores and dots, a letter or digit at both ends, got '{value}'";

    /// <summary>A DNS label: 1 to 63 lower-case letters, digits and inner hyphens.</summary>
    /// <seealso href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names"/>
    public static string? DnsLabel(string value)
        => IsToken(value) || DnsLabelPattern().IsMatch(value)
            ? null
            : $"must be 1 to 63 lower-case letters, digits and hyphens, a letter or digit at both ends, got '{value}'";

    /// <summary>The TargetGroupBindings of a release: at least one.</summary>
    public static string? Bindings(int count) => Entries(count, 1, int.MaxValue);

    /// <summary>A Service's port: 1 to 65535, or the name of one, a DNS label with a letter in it.</summary>
    /// <seealso href="https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services"/>
    public static string? ServicePort(ServicePort value)
        => value.Number is { } number ? Port(number)
            : value.ToString().Any(char.IsAsciiLetter) && DnsLabel(value.ToString()) is null ? null
            : $"must be between 1 and 65535 or the name of a port, got '{value}'";

    /// <summary>An AWS account id: 12 digits.</summary>
    public static string? Account(string value)
        => AccountPattern().IsMatch(value) ? null : $"must be the 12 digits of an AWS account id, got '{value}'";

    /// <summary>An AWS region as AWS writes it.</summary>
    public static string? Region(string value)
        => RegionPattern().IsMatch(value) ? null : $"must be an AWS region such as 'eu-west-1', got '{value}'";

    /// <summary>A CIDR block, IPv4 or IPv6, without bits set behind the prefix.</summary>
    /// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html"/>
    public static string? Cidr(string value)
        => IsToken(value) || (IPNetwork.TryParse(value, out var network) && IPAddress.TryParse(value.Split('/')[0], out var address) && network.BaseAddress.Equals(address))
            ? null
            : $"must be a CIDR block such as '10.0.0.0/8' or '2001:db8::/32', got '{value}'";

    /// <summary>The id of an AWS resource: a prefix such as <c>subnet</c>, and 8 or 17 hexadecimal digits.</summary>
    public static string? ResourceId(string prefix, string value)
        => value.StartsWith($"{prefix}-", StringComparison.Ordinal) && ResourceIdPattern().IsMatch(value[(prefix.Length + 1)..])
            ? null
            : $"must be '{prefix}-' and 8 or 17 hexadecimal digits, got '{value}'";

    /// <summary>A number in a range.</summary>
    private static string? Between(int value, int least, int most)
        => value >= least && value <= most ? null
            : most == int.MaxValue ? string.Create(CultureInfo.InvariantCulture, $"must be at least {least}, got {value}")
            : string.Create(CultureInfo.InvariantCulture, $"must be between {least} and {most}, got {value}");

    /// <summary>Throws when a construct's property is outside its limit.</summary>
    /// <exception cref="ArgumentException">There is a fault; the message is that of the fleet file, with the property in front.</exception>
    public static void Require(string property, string? fault)
    {
        if (fault is not null)
        {
            throw new ArgumentException($"'{property}' {fault}");
        }
    }

    private static string? Subnets(IReadOnlyList<string> subnets)
        => IsToken(subnets) ? null
            : subnets.GroupBy(subnet => subnet).FirstOrDefault(group => group.Count() > 1)?.Key is { } twice ? $"must not have an entry twice, got '{twice}'"
            : Entries(subnets.Count, 2, int.MaxValue);

    private static string? Entries(int count, int least, int most)
        => count >= least && count <= most ? null
            : most == int.MaxValue ? string.Create(CultureInfo.InvariantCulture, $"must have at least {least} {(least == 1 ? "entry" : "entries")}, got {count}")
            : string.Create(CultureInfo.InvariantCulture, $"must have {least} to {most} entries, got {count}");

    /// <summary>Whether CDKTF puts the value in only at synthesis, so that nothing can be said about it before.</summary>
    private static bool IsToken(string value) => value.Contains("${", StringComparison.Ordinal);

    /// <summary>The same for a list, which CDKTF writes as a list of one such text.</summary>
    private static bool IsToken(IReadOnlyList<string> values) => values is [var value] && value.StartsWith("#{", StringComparison.Ordinal);

    [GeneratedRegex(@"^[0-9A-Za-z]([0-9A-Za-z-]*[0-9A-Za-z])?\z")]
    private static partial Regex LoadBalancingNamePattern();

    [GeneratedRegex(@"^[0-9A-Za-z_+=,.@-]{1,64}\z")]
    private static partial Regex RoleNamePattern();

    [GeneratedRegex(@"^[0-9A-Za-z][0-9A-Za-z_-]{0,99}\z")]
    private static partial Regex ClusterNamePattern();

    [GeneratedRegex(@"^([0-9A-Za-z]([0-9A-Za-z_.-]{0,61}[0-9A-Za-z])?)?\z")]
    private static partial Regex LabelValuePattern();

    [GeneratedRegex(@"^[0-9a-z]([0-9a-z-]{0,61}[0-9a-z])?\z")]
    private static partial Regex DnsLabelPattern();

    [GeneratedRegex(@"^[0-9]{12}\z")]
    private static partial Regex AccountPattern();

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+)+-[0-9]\z")]
    private static partial Regex RegionPattern();

    [GeneratedRegex(@"^([0-9a-f]{8}|[0-9a-f]{17})\z")]
    private static partial Regex ResourceIdPattern();
}
