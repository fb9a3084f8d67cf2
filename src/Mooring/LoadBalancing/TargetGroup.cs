using System.Globalization;
using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.LbTargetGroup;
using Mooring.Errors;
using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>
/// Defines a target group without targets: registering them is the AWS Load Balancer Controller's work. When it has to
/// be replaced, the new one is created before the old one is destroyed.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html"/>
public class TargetGroup : Construct, ITargetGroup
{
    // What a target group may have set where no property says it: nobody else's setting is reset, also where it was adopted once.
    private static readonly string[] s_leftAsTheyAre = ["target_control_port"];

    /// <summary>Defines a target group.</summary>
    /// <exception cref="ConstructException">A property is outside AWS's limits.</exception>
    public TargetGroup(Construct scope, string id, TargetGroupProps props)
        : base(scope, id)
    {
        Require(props);
        Require(props.HealthCheck, props.ProtocolVersion);
        Require(props.Health);

        var targetGroup = new LbTargetGroup(this, "Default", Config(props));
        if (props.AdoptArn is { } arn)
        {
            targetGroup.ImportFrom(arn);
        }

        TargetGroupArn = targetGroup.Arn;
    }

    /// <inheritdoc/>
    public string TargetGroupArn { get; }

    private void Require(TargetGroupProps props)
    {
        Property.Require(this, nameof(props.TargetGroupName), LoadBalancerLimits.TargetGroupName(props.TargetGroupName));
        Property.Require(this, nameof(props.AdoptArn), props.AdoptArn is { } arn ? AwsLimits.TargetGroupArn(arn) : null);
        Property.Require(this, nameof(props.VpcId), AwsLimits.VpcId(props.VpcId));
        Property.Require(this, nameof(props.Port), NetworkLimits.Port(props.Port));
        Property.Require(this, nameof(props.TargetControlPort), props.TargetControlPort is { } control ? NetworkLimits.Port(control) : null);
        Property.Require(
            this,
            nameof(props.DeregistrationDelay),
            props.DeregistrationDelay is { } delay ? TargetGroupLimits.DeregistrationDelay((int)delay.TotalSeconds) : null
        );
        Property.Require(
            this,
            nameof(props.SlowStart),
            props.SlowStart is { } slowStart ? TargetGroupLimits.SlowStart((int)slowStart.TotalSeconds, props.Algorithm) : null
        );
        Property.Require(this, nameof(props.AnomalyMitigation), TargetGroupLimits.AnomalyMitigation(props.AnomalyMitigation, props.Algorithm));
        Property.Require(this, nameof(props.Stickiness), TargetGroupLimits.Stickiness(props.Stickiness is not null, props.CrossZone));
        Property.Require(this, nameof(props.Tags), AwsLimits.Tags(props.Tags));
        if (props.Stickiness is { } stickiness)
        {
            Property.Require(this, nameof(stickiness.Duration), TargetGroupLimits.StickinessDuration((int)stickiness.Duration.TotalSeconds));
            Property.Require(this, nameof(stickiness.CookieName), TargetGroupLimits.CookieName(stickiness.CookieName));
        }
    }

    private void Require(HealthCheck check, ProtocolVersion version)
    {
        Property.Require(this, nameof(check.Path), TargetGroupLimits.HealthCheckPath(check.Path));
        Property.Require(this, nameof(check.Matcher), TargetGroupLimits.Matcher(check.Matcher, version));
        Property.Require(this, nameof(check.Port), check.Port is { } port ? NetworkLimits.Port(port) : null);
        Property.Require(this, nameof(check.HealthyThreshold), check.HealthyThreshold is { } healthy ? TargetGroupLimits.HealthCheckThreshold(healthy) : null);
        Property.Require(
            this,
            nameof(check.UnhealthyThreshold),
            check.UnhealthyThreshold is { } unhealthy ? TargetGroupLimits.HealthCheckThreshold(unhealthy) : null
        );
        var interval = check.Interval is { } given ? (int)given.TotalSeconds : TargetGroupLimits.DefaultInterval;
        var timeout = check.Timeout is { } limit ? (int)limit.TotalSeconds : TargetGroupLimits.DefaultTimeout;
        Property.Require(this, nameof(check.Interval), TargetGroupLimits.HealthCheckInterval(interval));
        Property.Require(this, nameof(check.Timeout), TargetGroupLimits.HealthCheckTimeout(timeout, interval));
    }

    private void Require(TargetGroupHealth? health)
    {
        if (health is null)
        {
            return;
        }

        var (dnsCount, dnsPercentage) = (health.DnsMinimumHealthyTargetCount, health.DnsMinimumHealthyTargetPercentage);
        var (count, percentage) = (health.RoutingMinimumHealthyTargetCount, health.RoutingMinimumHealthyTargetPercentage);
        Property.Require(this, nameof(health.RoutingMinimumHealthyTargetCount), TargetGroupLimits.RoutingHealthyCount(count));
        Property.Require(this, nameof(health.RoutingMinimumHealthyTargetPercentage), TargetGroupLimits.HealthyPercentage(percentage));
        Property.Require(this, nameof(health.DnsMinimumHealthyTargetPercentage), TargetGroupLimits.HealthyPercentage(dnsPercentage));
        Property.Require(this, nameof(health.DnsMinimumHealthyTargetCount), TargetGroupLimits.DnsHealthyCount(dnsCount));
        Property.Require(this, nameof(health.DnsMinimumHealthyTargetCount), TargetGroupLimits.DnsBesideRouting(dnsCount, count));
        Property.Require(this, nameof(health.DnsMinimumHealthyTargetPercentage), TargetGroupLimits.DnsBesideRouting(dnsPercentage, percentage));
    }

    // Defaults are written out: what is left out of an attribute that is optional and computed keeps its last value forever. Those of the address type
    // and the protocol version are not, because another value is another target group, with another name.
    private static LbTargetGroupConfig Config(TargetGroupProps props) =>
        new()
        {
            Name = props.TargetGroupName,
            VpcId = props.VpcId,
            TargetType = props.TargetType.Word(),
            IpAddressType = props.IpAddressType == TargetGroupIpAddressType.Ipv4 ? null : props.IpAddressType.Word(),
            Protocol = props.Protocol.Word(),
            ProtocolVersion = props.ProtocolVersion == ProtocolVersion.Http1 ? null : props.ProtocolVersion.Word(),
            Port = props.Port,
            HealthCheck = Config(props.HealthCheck, props),
            DeregistrationDelay = props.DeregistrationDelay?.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            SlowStart = props.SlowStart?.TotalSeconds,
            Stickiness = Config(props.Stickiness),
            LoadBalancingAlgorithmType = props.Algorithm.Word(),
            LoadBalancingAnomalyMitigation = props.AnomalyMitigation ? "on" : "off",
            LoadBalancingCrossZoneEnabled = props.CrossZone is { } crossZone ? (crossZone ? "true" : "false") : "use_load_balancer_configuration",
            TargetGroupHealth = props.Health is { } health ? Config(health) : null,
            TargetControlPort = props.TargetControlPort,
            Tags = props.Tags.Count > 0 ? props.Tags.ToDictionary() : null,
            Lifecycle = new TerraformResourceLifecycle { CreateBeforeDestroy = true, IgnoreChanges = props.TargetControlPort is null ? s_leftAsTheyAre : null },
        };

    private static LbTargetGroupHealthCheck Config(HealthCheck check, TargetGroupProps props) =>
        new()
        {
            Path = check.Path,
            Matcher = check.Matcher ?? (props.ProtocolVersion == ProtocolVersion.Grpc ? "12" : "200"),
            Protocol = (check.Protocol ?? props.Protocol).Word(),
            Port = check.Port?.ToString(CultureInfo.InvariantCulture) ?? "traffic-port",
            Interval = check.Interval?.TotalSeconds ?? TargetGroupLimits.DefaultInterval,
            Timeout = check.Timeout?.TotalSeconds ?? TargetGroupLimits.DefaultTimeout,
            HealthyThreshold = check.HealthyThreshold ?? TargetGroupLimits.DefaultThreshold,
            UnhealthyThreshold = check.UnhealthyThreshold ?? TargetGroupLimits.DefaultThreshold,
        };

    private static LbTargetGroupStickiness Config(TargetStickiness? stickiness) =>
        stickiness is null
            ? new() { Enabled = false, Type = "lb_cookie" }
            : new()
            {
                Enabled = true,
                Type = stickiness.CookieName is null ? "lb_cookie" : "app_cookie",
                CookieName = stickiness.CookieName,
                CookieDuration = stickiness.Duration.TotalSeconds,
            };

    /// <summary>The provider's default of the count for DNS is another one than AWS's, so that all four are written.</summary>
    private static LbTargetGroupTargetGroupHealth Config(TargetGroupHealth health) =>
        new()
        {
            DnsFailover = new LbTargetGroupTargetGroupHealthDnsFailover
            {
                MinimumHealthyTargetsCount = OrOff(health.DnsMinimumHealthyTargetCount),
                MinimumHealthyTargetsPercentage = OrOff(health.DnsMinimumHealthyTargetPercentage),
            },
            UnhealthyStateRouting = new LbTargetGroupTargetGroupHealthUnhealthyStateRouting
            {
                MinimumHealthyTargetsCount = health.RoutingMinimumHealthyTargetCount,
                MinimumHealthyTargetsPercentage = OrOff(health.RoutingMinimumHealthyTargetPercentage),
            },
        };

    private static string OrOff(int least) => least == 0 ? "off" : least.ToString(CultureInfo.InvariantCulture);
}
