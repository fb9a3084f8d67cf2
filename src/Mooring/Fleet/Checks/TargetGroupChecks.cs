using Mooring.Fleet.Faults;
using Mooring.Limits;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Checks;

/// <summary>Checks a target group, of a binding or of a load balancer.</summary>
internal static class TargetGroupChecks
{
    /// <summary>Adds what is wrong with a target group.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="group">The target group.</param>
    /// <param name="loadBalancer">Its load balancer, where that is known.</param>
    /// <param name="loadBalancerPath">Where that stands.</param>
    /// <param name="region">The fleet's region, where it is known.</param>
    /// <param name="faults">What the faults are added to.</param>
    public static void Check(string path, TargetGroupSpec group, LoadBalancerSpec? loadBalancer, string loadBalancerPath, string? region, FaultCollector faults)
    {
        faults.AddIf($"{path}.adopt", group.Adopt is { } arn ? AwsLimits.TargetGroupArn(arn, region) : null);
        faults.AddIf($"{path}.port", NetworkLimits.Port(group.Port));
        faults.AddIf($"{path}.ipAddressType", loadBalancer is null ? null : TargetGroupLimits.IpAddressType(group.IpAddressType, loadBalancer.IpAddressType), $"{loadBalancerPath}.ipAddressType");
        faults.AddIf($"{path}.deregistrationDelay", group.DeregistrationDelay is { } delay ? TargetGroupLimits.DeregistrationDelay(delay) : null);
        faults.AddIf($"{path}.slowStart", group.SlowStart is { } slowStart ? TargetGroupLimits.SlowStart(slowStart, group.Algorithm) : null, $"{path}.algorithm");
        faults.AddIf($"{path}.anomalyMitigation", TargetGroupLimits.AnomalyMitigation(group.AnomalyMitigation, group.Algorithm), $"{path}.algorithm");
        faults.AddIf($"{path}.stickiness", TargetGroupLimits.Stickiness(group.Stickiness is not null, group.CrossZone), $"{path}.crossZone");
        if (group.Stickiness is { } stickiness)
        {
            faults.AddIf($"{path}.stickiness.duration", TargetGroupLimits.StickinessDuration(stickiness.Duration));
            faults.AddIf($"{path}.stickiness.cookieName", TargetGroupLimits.CookieName(stickiness.CookieName));
        }

        CheckHealthCheck($"{path}.healthCheck", group.HealthCheck, group, faults);
    }

    private static void CheckHealthCheck(string path, HealthCheckSpec check, TargetGroupSpec group, FaultCollector faults)
    {
        faults.AddIf($"{path}.path", TargetGroupLimits.HealthCheckPath(check.Path));
        faults.AddIf($"{path}.matcher", TargetGroupLimits.Matcher(check.Matcher, group.ProtocolVersion), $"{path[..path.LastIndexOf('.')]}.protocolVersion");
        faults.AddIf($"{path}.port", check.Port is { } port ? NetworkLimits.Port(port) : null);
        faults.AddIf($"{path}.healthyThreshold", check.HealthyThreshold is { } healthy ? TargetGroupLimits.HealthCheckThreshold(healthy) : null);
        faults.AddIf($"{path}.unhealthyThreshold", check.UnhealthyThreshold is { } unhealthy ? TargetGroupLimits.HealthCheckThreshold(unhealthy) : null);
        var interval = check.Interval ?? TargetGroupLimits.DefaultInterval;
        faults.AddIf($"{path}.interval", TargetGroupLimits.HealthCheckInterval(interval));
        if (!faults.IsFaulty($"{path}.interval"))
        {
            faults.AddIf($"{path}.timeout", TargetGroupLimits.HealthCheckTimeout(check.Timeout ?? TargetGroupLimits.DefaultTimeout, interval));
        }
    }
}
