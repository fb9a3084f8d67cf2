using System.Reflection;
using Mooring.ArgoCd;
using Mooring.Clusters;
using Mooring.Fleet;
using Mooring.Limits;
using Mooring.LoadBalancing;
using Mooring.TargetGroupBindings;

namespace Mooring.Tests.Fleet.Reference;

/// <summary>
/// The least and the greatest number that a key can have. The limits themselves are asked: a bound is the number beside which a limit begins to
/// object, so that no number is written here again.
/// </summary>
internal static class KeyBounds
{
    private static readonly Dictionary<(Type Record, string Property), Func<int, string?>> s_limits = new()
    {
        [(typeof(IamSpec), nameof(IamSpec.MaxSessionDuration))] = seconds => IamLimits.MaxSessionDuration(TimeSpan.FromSeconds(seconds)),
        [(typeof(ControllerSpec), nameof(ControllerSpec.ReplicaCount))] = count => ControllerLimits.ReplicaCount(count),
        [(typeof(LoadBalancerSpec), nameof(LoadBalancerSpec.IdleTimeout))] = LoadBalancerLimits.IdleTimeout,
        [(typeof(ListenerSpec), nameof(ListenerSpec.Port))] = NetworkLimits.Port,
        [(typeof(RuleSpec), nameof(RuleSpec.Priority))] = RuleLimits.Priority,
        [(typeof(ForwardSpec), nameof(ForwardSpec.Stickiness))] = ActionLimits.Stickiness,
        [(typeof(ForwardTargetGroupSpec), nameof(ForwardTargetGroupSpec.Weight))] = ActionLimits.Weight,
        [(typeof(AuthenticateSpec), nameof(AuthenticateSpec.SessionTimeout))] = ActionLimits.SessionTimeout,
        [(typeof(RedirectSpec), nameof(RedirectSpec.Port))] = NetworkLimits.Port,
        [(typeof(RedirectSpec), nameof(RedirectSpec.StatusCode))] = ActionLimits.RedirectStatus,
        [(typeof(TargetGroupSpec), nameof(TargetGroupSpec.Port))] = NetworkLimits.Port,
        [(typeof(TargetGroupSpec), nameof(TargetGroupSpec.DeregistrationDelay))] = TargetGroupLimits.DeregistrationDelay,
        [(typeof(StickinessSpec), nameof(StickinessSpec.Duration))] = TargetGroupLimits.StickinessDuration,
        [(typeof(HealthCheckSpec), nameof(HealthCheckSpec.Port))] = NetworkLimits.Port,
        [(typeof(HealthCheckSpec), nameof(HealthCheckSpec.Interval))] = TargetGroupLimits.HealthCheckInterval,
        [(typeof(HealthCheckSpec), nameof(HealthCheckSpec.Timeout))] = seconds => TargetGroupLimits.HealthCheckTimeout(seconds, int.MaxValue),
        [(typeof(HealthCheckSpec), nameof(HealthCheckSpec.HealthyThreshold))] = TargetGroupLimits.HealthCheckThreshold,
        [(typeof(HealthCheckSpec), nameof(HealthCheckSpec.UnhealthyThreshold))] = TargetGroupLimits.HealthCheckThreshold,
        [(typeof(NodeGroupSpec), nameof(NodeGroupSpec.MinSize))] = EksLimits.NodeGroupMinSize,
        [(typeof(NodeGroupSpec), nameof(NodeGroupSpec.MaxSize))] = size => EksLimits.NodeGroupMaxSize(size, 0),
        [(typeof(NodeGroupSpec), nameof(NodeGroupSpec.DiskSize))] = size => EksLimits.DiskSize(size),
        [(typeof(SelfManagedNodeGroupSpec), nameof(SelfManagedNodeGroupSpec.MinSize))] = EksLimits.NodeGroupMinSize,
        [(typeof(SelfManagedNodeGroupSpec), nameof(SelfManagedNodeGroupSpec.MaxSize))] = size => EksLimits.NodeGroupMaxSize(size, 0),
        [(typeof(SelfManagedNodeGroupSpec), nameof(SelfManagedNodeGroupSpec.DiskSize))] = size => EksLimits.DiskSize(size),
        [(typeof(ServiceSpec), nameof(ServiceSpec.Port))] = port => ServiceLimits.Port(port),
        [(typeof(ServiceSpec), nameof(ServiceSpec.TargetPort))] = NetworkLimits.Port,
        [(typeof(PortSpec), nameof(PortSpec.Port))] = port => TargetGroupBindingLimits.NetworkingPort(TargetType.Instance, port),
        [(typeof(RegistrationSpec), nameof(RegistrationSpec.Shard))] = ArgoCdLimits.Shard,
    };

    /// <summary>The bounds of a key, as far as it has them; <see langword="null"/> where no limit is known for it.</summary>
    public static (int? Least, int? Greatest)? Of(PropertyInfo property)
    {
        if (!s_limits.TryGetValue((property.DeclaringType!, property.Name), out var limit))
        {
            return null;
        }

        var legal = Enumerable.Range(0, 65536).First(value => limit(value) is null);
        return (FirstFault(limit, legal, -1) + 1, FirstFault(limit, legal, 1) - 1);
    }

    /// <summary>The number nearest to a legal one, downwards or upwards, that a limit objects to.</summary>
    private static int? FirstFault(Func<int, string?> limit, int legal, int direction)
    {
        var (inside, outside) = ((long)legal, direction < 0 ? int.MinValue : (long)int.MaxValue);
        if (limit((int)outside) is null)
        {
            return null;
        }

        while (Math.Abs(outside - inside) > 1)
        {
            var middle = (inside + outside) / 2;
            (inside, outside) = limit((int)middle) is null ? (middle, outside) : (inside, middle);
        }

        return (int)outside;
    }
}
