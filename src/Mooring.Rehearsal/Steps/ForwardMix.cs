using Mooring.Fleet;
using Mooring.Fleet.Derivation;

namespace Mooring.Rehearsal.Steps;

/// <summary>Mixes the forward of a deployed rule with that of the next fleet: the target groups of both, and a part of the way between their weights.</summary>
/// <param name="deployed">The deployed fleet.</param>
/// <param name="fleet">The next fleet.</param>
/// <param name="loadBalancer">Name of the load balancer, in both.</param>
internal sealed class ForwardMix(FleetSpec deployed, FleetSpec fleet, string loadBalancer)
{
    /// <summary>The forward after a part of the change.</summary>
    /// <param name="from">The deployed forward.</param>
    /// <param name="to">That of the next fleet.</param>
    /// <param name="percent">How much of the change is done: 0 to 100.</param>
    public ForwardSpec Of(ForwardSpec from, ForwardSpec to, int percent)
    {
        var (old, next) = (Weights(deployed, from), Weights(fleet, to));
        ForwardTargetGroupSpec[] groups = [.. next.Keys.Union(old.Keys)];
        // Weights that stay are written as they are: other numbers of the same share would be a change of the rule.
        var done = old.Count == next.Count && old.All(weight => next.TryGetValue(weight.Key, out var same) && same == weight.Value) ? 100 : percent;
        var weights = groups.Select(group => WeightOf(group, old, next, done));
        var settings = percent < 100 ? from : to;
        return settings with
        {
            TargetGroups = [.. groups.Zip(weights, (group, weight) => group with { Weight = weight })],
            Stickiness = settings.Stickiness ?? (groups.Length > 1 ? StickinessOf(groups) : null),
        };
    }

    private static int WeightOf(
        ForwardTargetGroupSpec group,
        OrderedDictionary<ForwardTargetGroupSpec, int> old,
        OrderedDictionary<ForwardTargetGroupSpec, int> next,
        int percent
    )
    {
        switch (percent)
        {
            case 0:
                return old.GetValueOrDefault(group);
            case 100:
                return next.GetValueOrDefault(group);
            default:
                var share = ((100 - percent) * ShareOf(group, old)) + (percent * ShareOf(group, next));
                return share > 0 ? Math.Max(1, (int)Math.Round(share)) : 0;
        }
    }

    private static double ShareOf(ForwardTargetGroupSpec group, OrderedDictionary<ForwardTargetGroupSpec, int> weights) =>
        weights.Values.Sum() is var total and > 0 ? (double)weights.GetValueOrDefault(group) / total : 0;

    /// <summary>The weights of target groups, each of which is named in full: one cluster may have more bindings in the other fleet.</summary>
    private OrderedDictionary<ForwardTargetGroupSpec, int> Weights(FleetSpec of, ForwardSpec forward)
    {
        var weights = new OrderedDictionary<ForwardTargetGroupSpec, int>();
        foreach (var target in forward.TargetGroups)
        {
            var binding = target is { Cluster: { } cluster, Binding: null }
                ? ForwardBinding.Candidates(of.Clusters[cluster], loadBalancer, target).First().EffectiveName
                : target.Binding;
            weights[target with { Binding = binding, Weight = 0 }] = target.Weight;
        }

        return weights;
    }

    /// <summary>AWS refuses several target groups of which one keeps its clients, unless the forward does so, too.</summary>
    private int? StickinessOf(IEnumerable<ForwardTargetGroupSpec> groups) =>
        groups
            .SelectMany(group => new[] { SpecOf(deployed, group), SpecOf(fleet, group) })
            .FirstOrDefault(spec => spec?.Stickiness is not null)
            ?.Stickiness!.Duration;

    private TargetGroupSpec? SpecOf(FleetSpec of, ForwardTargetGroupSpec group) =>
        group.TargetGroup is { } name
            ? of.LoadBalancers[loadBalancer].TargetGroups.GetValueOrDefault(name)
            : of.Clusters.GetValueOrDefault(group.Cluster!)?.Bindings.FirstOrDefault(binding => binding.EffectiveName == group.Binding)?.TargetGroup;
}
