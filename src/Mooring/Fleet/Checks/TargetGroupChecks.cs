using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks a target group, of a binding or of a load balancer.</summary>
internal static class TargetGroupChecks
{
    /// <summary>Adds the errors of a target group.</summary>
    /// <param name="group">The target group.</param>
    /// <param name="scope">Its scope.</param>
    /// <param name="region">The fleet's region, where it is known.</param>
    public static void Check(TargetGroupSpec group, FaultScope scope, string? region)
    {
        scope.Check(group.Adopt, arn => AwsLimits.TargetGroupArn(arn, region));
        scope.Check(group.Port, NetworkLimits.Port);
        scope.Check(group.TargetControlPort, NetworkLimits.Port);
        scope.Check(group.DeregistrationDelay, TargetGroupLimits.DeregistrationDelay);
        CheckAlgorithm(group, scope);
        scope.At(group.Stickiness).AddIf(TargetGroupLimits.Stickiness(group.Stickiness is not null, group.CrossZone), scope.At(group.CrossZone));
        if (group.Stickiness is { } stickiness)
        {
            var at = scope.At(group.Stickiness);
            at.Check(stickiness.Duration, TargetGroupLimits.StickinessDuration);
            at.Check(stickiness.CookieName, TargetGroupLimits.CookieName);
        }

        CheckHealthCheck(group, scope);
        if (group.TargetGroupHealth is { } health)
        {
            CheckHealth(health, scope.At(group.TargetGroupHealth));
        }
    }

    /// <summary>Adds the errors between a target group and the load balancer that forwards to it.</summary>
    /// <param name="group">The target group.</param>
    /// <param name="scope">Its scope.</param>
    /// <param name="loadBalancer">The load balancer.</param>
    /// <param name="loadBalancerScope">The load balancer's scope.</param>
    public static void CheckBeside(TargetGroupSpec group, FaultScope scope, LoadBalancerSpec loadBalancer, FaultScope loadBalancerScope) =>
        scope
            .At(group.IpAddressType)
            .AddIf(TargetGroupLimits.IpAddressType(group.IpAddressType, loadBalancer.IpAddressType), loadBalancerScope.At(loadBalancer.IpAddressType));

    private static void CheckAlgorithm(TargetGroupSpec group, FaultScope scope)
    {
        var algorithm = scope.At(group.Algorithm);
        scope.At(group.SlowStart).AddIf(group.SlowStart is { } slowStart ? TargetGroupLimits.SlowStart(slowStart, group.Algorithm) : null, algorithm);
        scope.At(group.AnomalyMitigation).AddIf(TargetGroupLimits.AnomalyMitigation(group.AnomalyMitigation, group.Algorithm), algorithm);
    }

    private static void CheckHealth(TargetGroupHealthSpec health, FaultScope at)
    {
        at.Check(health.DnsMinimumHealthyCount, TargetGroupLimits.DnsHealthyCount);
        at.Check(health.DnsMinimumHealthyPercentage, TargetGroupLimits.HealthyPercentage);
        at.Check(health.RoutingMinimumHealthyCount, TargetGroupLimits.RoutingHealthyCount);
        at.Check(health.RoutingMinimumHealthyPercentage, TargetGroupLimits.HealthyPercentage);
        if (!at.At(health.RoutingMinimumHealthyCount).IsFaulty)
        {
            at.Check(health.DnsMinimumHealthyCount, dns => TargetGroupLimits.DnsBesideRouting(dns, health.RoutingMinimumHealthyCount));
        }

        if (!at.At(health.RoutingMinimumHealthyPercentage).IsFaulty)
        {
            at.Check(health.DnsMinimumHealthyPercentage, dns => TargetGroupLimits.DnsBesideRouting(dns, health.RoutingMinimumHealthyPercentage));
        }
    }

    private static void CheckHealthCheck(TargetGroupSpec group, FaultScope scope)
    {
        var (check, at) = (group.HealthCheck, scope.At(group.HealthCheck));
        at.Check(check.Path, TargetGroupLimits.HealthCheckPath);
        at.At(check.Matcher).AddIf(TargetGroupLimits.Matcher(check.Matcher, group.ProtocolVersion), scope.At(group.ProtocolVersion));
        at.Check(check.Port, NetworkLimits.Port);
        at.Check(check.HealthyThreshold, TargetGroupLimits.HealthCheckThreshold);
        at.Check(check.UnhealthyThreshold, TargetGroupLimits.HealthCheckThreshold);
        var interval = check.Interval ?? TargetGroupLimits.DefaultInterval;
        at.At(check.Interval).AddIf(TargetGroupLimits.HealthCheckInterval(interval));
        var isKnown = !at.At(check.Interval).IsFaulty;
        at.At(check.Timeout).AddIf(TargetGroupLimits.HealthCheckTimeout(check.Timeout ?? TargetGroupLimits.DefaultTimeout, isKnown ? interval : int.MaxValue));
    }
}
