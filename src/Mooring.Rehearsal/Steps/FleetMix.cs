using Mooring.ArgoCd;
using Mooring.Fleet;

namespace Mooring.Rehearsal.Steps;

/// <summary>
/// Mixes a deployed fleet with the next one: it has all that either of them has, the settings of the next one where both have a part, and a part of the
/// way between their weights. Both have their original names and their priorities.
/// </summary>
/// <param name="deployed">The deployed fleet.</param>
/// <param name="fleet">The next fleet.</param>
internal sealed class FleetMix(FleetSpec deployed, FleetSpec fleet)
{
    /// <summary>The fleet after a part of the change of traffic.</summary>
    /// <param name="percent">How much of it is done: 0 to 100.</param>
    public FleetSpec Of(int percent) =>
        fleet with
        {
            ArgoCd = fleet.ArgoCd ?? deployed.ArgoCd,
            LoadBalancers = Union(deployed.LoadBalancers, fleet.LoadBalancers, (name, old, next) => Of(name, old, next, percent)),
            Clusters = Union(deployed.Clusters, fleet.Clusters, (_, old, next) => Of(old, next)),
        };

    /// <summary>Whether the bindings of a cluster go from one delivery to another.</summary>
    public static bool IsHandedOver(ClusterSpec old, ClusterSpec next) =>
        old.Delivery != next.Delivery && old.HasController && (next.HasController || old.ControllerBindings.Any());

    private LoadBalancerSpec Of(string name, LoadBalancerSpec old, LoadBalancerSpec next, int percent) =>
        next with
        {
            SecurityGroups = next.SecurityGroups.Count == 0 ? [] : [.. next.SecurityGroups.Union(old.SecurityGroups)],
            IngressCidrs = next.SecurityGroups.Count > 0 ? next.IngressCidrs : [.. next.IngressCidrs.Union(old.IngressCidrs)],
            IngressPrefixLists = next.SecurityGroups.Count > 0 ? next.IngressPrefixLists : [.. next.IngressPrefixLists.Union(old.IngressPrefixLists)],
            TargetGroups = Union(old.TargetGroups, next.TargetGroups, (_, _, group) => group),
            CrossAccountRoles = Union(old.CrossAccountRoles, next.CrossAccountRoles, (_, _, role) => role),
            Listeners = new ListenerMix(new ForwardMix(deployed, fleet, name), percent).Of(old.Listeners, next.Listeners),
        };

    private static ClusterSpec Of(ClusterSpec old, ClusterSpec next)
    {
        var isHandedOver = IsHandedOver(old, next);
        return next with
        {
            Delivery = isHandedOver ? old.Delivery : next.Delivery,
            HandoverFrom = isHandedOver ? null : next.HandoverFrom,
            // Argo CD must leave everything in the cluster when it lets go.
            Registration = isHandedOver && old.Delivery == Delivery.ArgoCd ? next.Registration with { OnRemoval = RemovalPolicy.Keep } : next.Registration,
            AccessEntries = Union(old.AccessEntries, next.AccessEntries, (_, _, entry) => entry),
            AddOns = Union(old.AddOns, next.AddOns, (_, _, addOn) => addOn),
            NodeGroups = Union(old.NodeGroups, next.NodeGroups, (_, _, group) => group),
            SelfManagedNodeGroups = Union(old.SelfManagedNodeGroups, next.SelfManagedNodeGroups, (_, _, group) => group),
            FargateProfiles = Union(old.FargateProfiles, next.FargateProfiles, (_, _, profile) => profile),
            Karpenter = next.Karpenter ?? old.Karpenter,
            Bindings = [.. next.Bindings, .. old.Bindings.Where(binding => next.Bindings.All(other => other.EffectiveName != binding.EffectiveName))],
        };
    }

    private static OrderedDictionary<string, T> Union<T>(IReadOnlyDictionary<string, T> old, IReadOnlyDictionary<string, T> next, Func<string, T, T, T> both)
    {
        // In the order of the next fleet, so that nothing changes its place when the others go.
        var union = new OrderedDictionary<string, T>(
            next.Select(pair => KeyValuePair.Create(pair.Key, old.TryGetValue(pair.Key, out var other) ? both(pair.Key, other, pair.Value) : pair.Value))
        );
        foreach (var (name, value) in old)
        {
            union.TryAdd(name, value);
        }

        return union;
    }
}
