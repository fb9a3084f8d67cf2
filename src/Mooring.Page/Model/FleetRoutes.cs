using Mooring.Fleet;

namespace Mooring.Page.Model;

/// <summary>Finds the ways that requests take through a fleet, and the parts that none passes.</summary>
internal sealed class FleetRoutes
{
    private readonly FleetSpec _fleet;
    private readonly PlacedWarnings _warnings;
    private readonly TargetGroupUses _groups;
    private readonly ClusterParts _clusters;

    private FleetRoutes(PageState state)
    {
        _fleet = state.Fleet;
        _warnings = new(state.Warnings);
        _groups = new(_fleet);
        _clusters = new(_fleet, _warnings);
    }

    /// <summary>The ways, in the order of the file; behind them the target groups that no rule forwards to, and the clusters without a binding.</summary>
    public static IReadOnlyList<Route> Of(PageState state) => [.. new FleetRoutes(state).All().DistinctBy(route => route.Key)];

    private IEnumerable<Route> All()
    {
        var forwarded = Forwarded().ToList();
        return
        [
            .. forwarded,
            .. _groups.All.Where(group => !group.IsForwardedTo).SelectMany(group => Through(group, [])),
            .. _fleet.Clusters.Where(cluster => cluster.Value.Bindings.Count == 0).Select(cluster => new Route { Parts = [_clusters.Cluster(cluster.Key)] }),
        ];
    }

    private IEnumerable<Route> Forwarded() =>
        from loadBalancer in _fleet.LoadBalancers
        from listener in loadBalancer.Value.Listeners.Keys
        from rule in new RuleParts(_fleet, _warnings, loadBalancer.Key, listener).All
        from request in rule.Requests
        from route in Through(loadBalancer.Key, rule.Action, [request, rule.Rule])
        select route;

    private IEnumerable<Route> Through(string loadBalancer, IActionSpec action, Part[] before)
    {
        if (action.Forward is not { } forward)
        {
            return [new Route { Parts = before }];
        }

        var total = forward.TargetGroups.Sum(target => target.Weight);
        return forward.TargetGroups.SelectMany(target =>
        {
            var group = _groups.Of(loadBalancer, target);
            group.IsForwardedTo = true;
            return Through(group, before).Select(route => route with { Weight = target.Weight, Share = (double)target.Weight / total });
        });
    }

    private IEnumerable<Route> Through(TargetGroupUse group, Part[] before) =>
        group
            .Bindings.Select(bound => new Route
            {
                Parts = [.. before, group.Part, _clusters.Cluster(bound.Cluster), _clusters.Service(bound.Cluster, bound.Index, bound.Binding)],
                SharedWith = [.. group.Bindings.Select(other => other.Cluster).Where(other => other != bound.Cluster).Distinct()],
            })
            .DefaultIfEmpty(new Route { Parts = [.. before, group.Part] });
}
