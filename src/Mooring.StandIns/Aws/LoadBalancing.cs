using Mooring.StandIns.Providers;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Aws;

/// <summary>Elastic Load Balancing: load balancers, listeners, rules and target groups.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/CommonErrors.html"/>
internal static class LoadBalancing
{
    /// <summary>The hosted zone of load balancers in eu-west-1. Other regions have others.</summary>
    private const int MostTags = 50;
    private const string HostedZone = "Z32O12XQLNTSW2";

    /// <summary>Its resources.</summary>
    public static IEnumerable<ResourceType> Resources =>
        [
            new("aws_lb")
            {
                Unique = ["name"],
                Duplicate = "ELBv2 Load Balancer ({0}) already exists",
                Needs = [Ec2.InGroup("security_groups")],
                RefusesDeletion = value =>
                    value["enable_deletion_protection"] == true
                        ? $"OperationNotPermitted: Load balancer '{value["arn"].Text}' cannot be deleted because deletion protection is enabled"
                        : null,
                Apply = LoadBalancerRefusals.OfLoadBalancer,
                ReplacedFor = (prior, planned) => AreExchanged(prior["subnet_mapping"], planned["subnet_mapping"]) ? ["subnet_mapping"] : [],
                Computed = LoadBalancer,
            },
            new("aws_lb_listener")
            {
                Unique = ["load_balancer_arn", "port"],
                Duplicate = "DuplicateListener: A listener already exists on this port for this load balancer: {0}",
                Needs = [new("load_balancer_arn", "aws_lb", "arn", "LoadBalancerNotFound: Load balancer '{0}' not found"), .. TargetGroupsOf("default_action")],
                // The provider sends what the state has: https://github.com/hashicorp/terraform-provider-aws/issues/1851
                Apply = creation =>
                    creation.Text("protocol") == "HTTP" && creation["ssl_policy"].Text is { Length: > 0 }
                        ? "ValidationError: An SSL policy cannot be specified for HTTP listeners"
                        : LoadBalancerRefusals.OfActions(creation["default_action"], creation.Text("protocol")),
                Computed = Listener,
            },
            new("aws_lb_listener_rule")
            {
                Unique = ["listener_arn", "priority"],
                Duplicate = "PriorityInUse: Priority '{0}' is currently in use",
                Needs = [new("listener_arn", "aws_lb_listener", "arn", "ListenerNotFound: Listener '{0}' not found"), .. TargetGroupsOf("action")],
                Apply = RuleRefusals.Of,
                Computed = Rule,
            },
            new("aws_lb_listener_certificate")
            {
                Needs = [new("listener_arn", "aws_lb_listener", "arn", "ListenerNotFound: Listener '{0}' not found")],
                Computed = creation => [new("id", $"{creation.Text("listener_arn")}_{creation.Text("certificate_arn")}")],
            },
            new("aws_lb_target_group")
            {
                Unique = ["name"],
                Duplicate = "ELBv2 Target Group ({0}) already exists",
                Apply = creation => TooManyTags(creation) ?? TargetGroupHealth.Refusal(creation["target_group_health"]),
                Computed = TargetGroup,
            },
            new("aws_wafv2_web_acl_association")
            {
                Unique = ["resource_arn"],
                Needs =
                [
                    new("resource_arn", "aws_lb", "arn", "WAFNonexistentItemException: AWS WAF couldn't perform the operation because '{0}' doesn't exist"),
                ],
                Computed = creation => [new("id", $"{creation.Text("web_acl_arn")},{creation.Text("resource_arn")}")],
            },
        ];

    /// <summary>Whether subnet mappings are added and others taken away in one change, which the provider does not do in place.</summary>
    /// <seealso href="https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/elbv2/load_balancer.go"/>
    private static bool AreExchanged(Value prior, Value planned)
    {
        HashSet<string?> Subnets(Value mappings) => [.. mappings.Elements.Select(mapping => mapping["subnet_id"].Text)];
        var (before, after) = (Subnets(prior), Subnets(planned));
        return planned.IsWhollyKnown && before.Count > 0 && after.Count > 0 && !before.IsSubsetOf(after) && !after.IsSubsetOf(before);
    }

    /// <summary>A target group has at most 50 tags.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-tags.html"/>
    private static string? TooManyTags(Creation creation) =>
        creation["tags_all"] is ObjectValue { Members.Count: > MostTags } ? "TooManyTags: The limit on the number of tags per resource was exceeded" : null;

    /// <summary>Logs of a load balancer that are disabled, as they are when nothing is said.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html"/>
    private static Value NoLogs => One([new("bucket", string.Empty), new("enabled", false)]);

    /// <summary>What an HTTPS listener has when nothing is said.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html"/>
    private static KeyValuePair<string, Value>[] HttpsDefaults { get; } =
    [new("ssl_policy", "ELBSecurityPolicy-2016-08"), new("mutual_authentication", One("mode", "off"))];

    /// <summary>What a target group of an Application Load Balancer has when nothing is said.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html"/>
    private static KeyValuePair<string, Value>[] TargetGroupDefaults { get; } =
    [
        new("ip_address_type", "ipv4"),
        new("protocol_version", "HTTP1"),
        new("load_balancing_algorithm_type", "round_robin"),
        new("load_balancing_anomaly_mitigation", "off"),
        new("load_balancing_cross_zone_enabled", "use_load_balancer_configuration"),
        new("stickiness", One([new("enabled", false), new("type", "lb_cookie"), new("cookie_duration", 86400), new("cookie_name", Value.Null)])),
        new(
            "health_check",
            One([
                new("enabled", true),
                new("healthy_threshold", 5),
                new("interval", 30),
                new("matcher", "200"),
                new("path", "/"),
                new("port", "traffic-port"),
                new("protocol", "HTTP"),
                new("timeout", 5),
                new("unhealthy_threshold", 2),
            ])
        ),
        new("target_group_health", TargetGroupHealth.Default),
        new("health_check.matcher", "200"),
        new("health_check.path", "/"),
        new("health_check.timeout", 5),
    ];

    private static IEnumerable<Need> TargetGroupsOf(string action) =>
        new[] { $"{action}.target_group_arn", $"{action}.forward.target_group.arn" }.Select(path => new Need(
            path,
            "aws_lb_target_group",
            "arn",
            "TargetGroupNotFound: One or more target groups not found: '{0}'"
        )
        {
            InUse = "ResourceInUse: Target group '{0}' is currently in use by a listener or a rule",
        });

    private static IEnumerable<KeyValuePair<string, Value>> LoadBalancer(Creation creation)
    {
        var suffix = $"app/{creation.Text("name")}/{creation.MadeUp(16, "arn")}";
        var arn = creation.Aws().Arn("elasticloadbalancing", $"loadbalancer/{suffix}");
        var scheme = creation["internal"] == true ? "internal-" : string.Empty;
        return
        [
            new("id", arn),
            new("arn", arn),
            new("arn_suffix", suffix),
            new("dns_name", $"{scheme}{creation.Text("name")}-{creation.MadeUp(8, "dns name")}.{creation.Aws().Region}.elb.{creation.Aws().DnsSuffix}"),
            new("zone_id", HostedZone),
            new("ip_address_type", "ipv4"),
            new("access_logs", NoLogs),
            new("connection_logs", NoLogs),
            new("health_check_logs", NoLogs),
            // Elastic Load Balancing answers with both forms.
            new("subnets", Value.List(creation["subnet_mapping"].Elements.Select(mapping => mapping["subnet_id"]))),
            new("subnet_mapping", Value.List(creation["subnets"].Elements.Select(subnet => Value.Object([new("subnet_id", subnet)])))),
        ];
    }

    private static IEnumerable<KeyValuePair<string, Value>> Listener(Creation creation) =>
        [
            .. Arn($"{creation.Text("load_balancer_arn").Replace(":loadbalancer/", ":listener/", StringComparison.Ordinal)}/{creation.MadeUp(16, "arn")}"),
            .. ActionDefaults("default_action"),
            .. creation.Text("protocol") == "HTTPS" ? HttpsDefaults : [],
        ];

    private static IEnumerable<KeyValuePair<string, Value>> Rule(Creation creation) =>
        [
            .. Arn($"{creation.Text("listener_arn").Replace(":listener/", ":listener-rule/", StringComparison.Ordinal)}/{creation.MadeUp(16, "arn")}"),
            .. ActionDefaults("action"),
        ];

    private static IEnumerable<KeyValuePair<string, Value>> TargetGroup(Creation creation)
    {
        var suffix = $"targetgroup/{creation.Text("name")}/{creation.MadeUp(16, "arn")}";
        return [.. Arn(creation.Aws().Arn("elasticloadbalancing", suffix)), new("arn_suffix", suffix), .. TargetGroupDefaults];
    }

    /// <summary>What Elastic Load Balancing adds to an action.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_AuthenticateOidcActionConfig.html"/>
    private static IEnumerable<KeyValuePair<string, Value>> ActionDefaults(string action) =>
        [
            new($"{action}.order", 1),
            new($"{action}.forward.stickiness", One("enabled", false)),
            .. new[] { $"{action}.authenticate_cognito", $"{action}.authenticate_oidc" }.SelectMany(login =>
                new KeyValuePair<string, Value>[]
                {
                    new($"{login}.on_unauthenticated_request", "authenticate"),
                    new($"{login}.scope", "openid"),
                    new($"{login}.session_cookie_name", "AWSELBAuthSessionCookie"),
                    new($"{login}.session_timeout", 604800),
                }
            ),
        ];

    private static Value One(string name, Value value) => One([new(name, value)]);

    private static Value One(IEnumerable<KeyValuePair<string, Value>> members) => Value.List(Value.Object(members));

    private static IEnumerable<KeyValuePair<string, Value>> Arn(string arn) => [new("id", arn), new("arn", arn)];
}
