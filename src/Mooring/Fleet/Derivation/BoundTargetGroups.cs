using Mooring.Limits;

namespace Mooring.Fleet.Derivation;

/// <summary>Which bindings of a fleet have the same target group, by whatever they refer to it: its ARN, its name, or where it is declared.</summary>
/// <param name="fleet">The fleet, which may have errors.</param>
internal sealed class BoundTargetGroups(FleetSpec fleet)
{
    private readonly Dictionary<(string Cluster, int Index), BoundTargetGroup> _bindings = fleet
        .Clusters.SelectMany(cluster => cluster.Value.Bindings.Select((binding, index) => (Cluster: cluster.Key, Index: index, Binding: binding)))
        .GroupBy(bound => KeyOf(fleet, bound.Cluster, bound.Binding))
        .Where(same => same.Key is not null)
        .SelectMany(same => Chain(fleet, same))
        .ToDictionary(bound => (bound.Cluster, bound.Index));

    /// <summary>
    /// The binding before one, in the order of the fleet, that it cannot share its target group with; <see langword="null"/> where there is none.
    /// </summary>
    public BoundTargetGroup? Owner(string cluster, int index) =>
        _bindings.GetValueOrDefault((cluster, index)) is not { } bound ? null
        : bound.IsShared ? Other(bound, bound.LastNotShared, before => before.LastNotShared)
        : Other(bound, bound.Last, before => before.Last);

    /// <summary>The binding of the same cluster before one that has its target group; <see langword="null"/> where there is none.</summary>
    public BoundTargetGroup? SameCluster(string cluster, int index) =>
        _bindings.GetValueOrDefault((cluster, index)) is { } bound ? Other(bound, bound.LastOfCluster, before => before.LastOfCluster) : null;

    /// <summary>
    /// The binding before one in another cluster with which it cannot share a target group, because the controllers of EKS Auto Mode of both would need
    /// its one tag; <see langword="null"/> where there is none.
    /// </summary>
    public BoundTargetGroup? OtherOfAutoMode(string cluster, int index) => _bindings.GetValueOrDefault((cluster, index))?.LastOfAutoMode;

    /// <summary>The first binding of a chain that is not of the same cluster and name, which is an error of its own.</summary>
    private BoundTargetGroup? Other(BoundTargetGroup bound, BoundTargetGroup? before, Func<BoundTargetGroup, BoundTargetGroup?> next)
    {
        while (before is not null && HasTheSameName(before, bound))
        {
            before = next(before);
        }

        return before;
    }

    private bool HasTheSameName(BoundTargetGroup one, BoundTargetGroup other) =>
        OriginalNames.Cluster(fleet, one.Cluster) == OriginalNames.Cluster(fleet, other.Cluster)
        && (
            one.Binding.EffectiveName == other.Binding.EffectiveName || OriginalNames.Binding(fleet, one.Binding) == OriginalNames.Binding(fleet, other.Binding)
        );

    private static IEnumerable<BoundTargetGroup> Chain(FleetSpec fleet, IEnumerable<(string Cluster, int Index, BindingSpec Binding)> same)
    {
        BoundTargetGroup? last = null;
        BoundTargetGroup? lastNotShared = null;
        BoundTargetGroup? ofAutoMode = null;
        var ofClusters = new Dictionary<string, BoundTargetGroup>(StringComparer.Ordinal);
        foreach (var (cluster, index, binding) in same)
        {
            var bound = new BoundTargetGroup(cluster, index, binding, BindingTargetGroup.Of(fleet, binding).Shared)
            {
                Last = last,
                LastNotShared = lastNotShared,
                LastOfAutoMode = fleet.Clusters[cluster].HasAutoModeController && ofAutoMode?.Cluster != cluster ? ofAutoMode : null,
                LastOfCluster = ofClusters.GetValueOrDefault(cluster),
            };
            last = ofClusters[cluster] = bound;
            lastNotShared = bound.IsShared ? lastNotShared : bound;
            ofAutoMode ??= fleet.Clusters[cluster].HasAutoModeController && binding.RegisterBy == RegisterBy.Controller ? bound : null;
            yield return bound;
        }
    }

    /// <summary>
    /// The name of the target group and its account, which is that of the role to assume, and otherwise the fleet's. In an account and a region a
    /// name is unique.
    /// </summary>
    private static string? KeyOf(FleetSpec fleet, string cluster, BindingSpec binding)
    {
        if (
            binding.TargetGroupRef is { } reference
            && fleet.LoadBalancers.GetValueOrDefault(binding.LoadBalancer ?? "")?.TargetGroups.ContainsKey(reference) != true
        )
        {
            return null;
        }

        var name = FleetNames.TargetGroup(fleet, cluster, binding);
        var role = binding.ExistingTargetGroup?.AssumeRole?.Role;
        return name.Length == 0 ? null : $"{(role is null ? string.Empty : AwsLimits.AccountOf(role))}/{name}";
    }
}
