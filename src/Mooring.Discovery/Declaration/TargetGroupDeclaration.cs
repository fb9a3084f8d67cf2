using Mooring.Discovery.Answers;
using Mooring.Fleet;
using Mooring.LoadBalancing;

namespace Mooring.Discovery.Declaration;

/// <summary>Declares a target group that is adopted.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html"/>
internal static class TargetGroupDeclaration
{
    /// <summary>Why a fleet file cannot say the target group; <see langword="null"/> where it can.</summary>
    /// <param name="group">The target group.</param>
    /// <param name="vpc">Id of the load balancer's VPC.</param>
    public static string? ObstacleOf(TargetGroupAnswer group, string vpc) =>
        group.TargetType is not ("instance" or "ip") ? $"its targets are of type {group.TargetType}, and those of a fleet are instances or IP addresses"
        : group.Description.Text("VpcId") != vpc ? $"it is in {group.Description.Text("VpcId")}, and its load balancer in {vpc}"
        : group.Attributes.GetValueOrDefault("stickiness.enabled") == "true"
        && group.Attributes.GetValueOrDefault("stickiness.type") is not ("lb_cookie" or "app_cookie")
            ? $"a fleet file has no key for stickiness of type {group.Attributes.GetValueOrDefault("stickiness.type")}"
        : null;

    /// <summary>Declares it.</summary>
    public static TargetGroupSpec Of(TargetGroupAnswer group)
    {
        var (described, attributes) = (group.Description, group.Attributes);
        var protocol = Word<TargetGroupProtocol>(described.Text("Protocol"));
        return new()
        {
            Adopt = group.Arn,
            TargetType = Word<TargetType>(group.TargetType),
            IpAddressType = Word<TargetGroupIpAddressType>(described.Text("IpAddressType")),
            Protocol = protocol,
            ProtocolVersion = Word<ProtocolVersion>(described.Text("ProtocolVersion")),
            Port = described.Number("Port") ?? 80,
            HealthCheck = HealthCheckOf(group, protocol),
            DeregistrationDelay = Unless(300, attributes, "deregistration_delay.timeout_seconds"),
            SlowStart = Unless(0, attributes, "slow_start.duration_seconds"),
            Stickiness = StickinessOf(attributes),
            Algorithm = Word<LoadBalancingAlgorithm>(attributes.GetValueOrDefault("load_balancing.algorithm.type")),
            AnomalyMitigation = attributes.GetValueOrDefault("load_balancing.algorithm.anomaly_mitigation") == "on",
            TargetControlPort = described.Number("TargetControlPort"),
            CrossZone = attributes.GetValueOrDefault("load_balancing.cross_zone.enabled") switch
            {
                "true" => true,
                "false" => false,
                _ => null,
            },
            TargetGroupHealth = HealthOf(attributes),
        };
    }

    /// <summary>Where it is what AWS has by default, the file says nothing.</summary>
    private static TargetGroupHealthSpec? HealthOf(IReadOnlyDictionary<string, string> attributes)
    {
        var byDefault = new TargetGroupHealthSpec();
        var health = new TargetGroupHealthSpec
        {
            DnsMinimumHealthyCount = LeastOf("dns_failover.minimum_healthy_targets.count", byDefault.DnsMinimumHealthyCount),
            DnsMinimumHealthyPercentage = LeastOf("dns_failover.minimum_healthy_targets.percentage", byDefault.DnsMinimumHealthyPercentage),
            RoutingMinimumHealthyCount = LeastOf("unhealthy_state_routing.minimum_healthy_targets.count", byDefault.RoutingMinimumHealthyCount),
            RoutingMinimumHealthyPercentage = LeastOf("unhealthy_state_routing.minimum_healthy_targets.percentage", byDefault.RoutingMinimumHealthyPercentage),
        };
        return health == byDefault ? null : health;

        int LeastOf(string name, int otherwise) =>
            attributes.GetValueOrDefault($"target_group_health.{name}") switch
            {
                null => otherwise,
                "off" => 0,
                var text => Answer.Number(text) ?? otherwise,
            };
    }

    /// <summary>What is registered in it: <c>3 targets, 2 of them healthy</c>.</summary>
    public static string TargetsOf(TargetGroupAnswer group)
    {
        if (group.Targets is not { } targets)
        {
            return "its targets could not be read";
        }

        var healthy = targets.Count(target => target.Object("TargetHealth").Text("State") == "healthy");
        return targets.Count switch
        {
            0 => "no targets",
            1 => $"1 target, {(healthy == 1 ? "healthy" : "not healthy")}",
            _ => $"{targets.Count} targets, {healthy} of them healthy",
        };
    }

    private static HealthCheckSpec HealthCheckOf(TargetGroupAnswer group, TargetGroupProtocol protocol)
    {
        var described = group.Description;
        var ofChecks = Word<TargetGroupProtocol>(described.Text("HealthCheckProtocol"));
        var byDefault = described.Text("ProtocolVersion") == "GRPC" ? "12" : "200";
        var matcher = described.Object("Matcher");
        return new()
        {
            Path = described.Text("HealthCheckPath") ?? "/",
            Matcher = (matcher.Text("GrpcCode") ?? matcher.Text("HttpCode")) is { } codes && codes != byDefault ? codes : null,
            Protocol = ofChecks == protocol ? null : ofChecks,
            Port = described.Number("HealthCheckPort"),
            Interval = Unless(TargetGroupLimits.DefaultInterval, described.Number("HealthCheckIntervalSeconds")),
            Timeout = Unless(TargetGroupLimits.DefaultTimeout, described.Number("HealthCheckTimeoutSeconds")),
            HealthyThreshold = Unless(TargetGroupLimits.DefaultThreshold, described.Number("HealthyThresholdCount")),
            UnhealthyThreshold = Unless(TargetGroupLimits.DefaultThreshold, described.Number("UnhealthyThresholdCount")),
        };
    }

    private static StickinessSpec? StickinessOf(IReadOnlyDictionary<string, string> attributes)
    {
        if (attributes.GetValueOrDefault("stickiness.enabled") != "true")
        {
            return null;
        }

        var cookie = attributes.GetValueOrDefault("stickiness.type") == "app_cookie" ? "app_cookie" : "lb_cookie";
        return new()
        {
            Duration = Answer.Number(attributes.GetValueOrDefault($"stickiness.{cookie}.duration_seconds")) ?? 86_400,
            CookieName = cookie == "app_cookie" ? attributes.GetValueOrDefault("stickiness.app_cookie.cookie_name") : null,
        };
    }

    private static int? Unless(int byDefault, IReadOnlyDictionary<string, string> attributes, string name) =>
        Unless(byDefault, Answer.Number(attributes.GetValueOrDefault(name)));

    private static int? Unless(int byDefault, int? given) => given == byDefault ? null : given;

    /// <summary>The value of a word; the first one of a word that is not there or not known, as AWS's default is.</summary>
    public static T Word<T>(string? word)
        where T : struct, Enum => word is not null && Words.ValuesByWord(typeof(T)).TryGetValue(word, out var value) ? (T)value : default;
}
