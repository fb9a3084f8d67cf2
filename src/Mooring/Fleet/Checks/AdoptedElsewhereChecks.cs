using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>
/// Checks that nothing is adopted that the deployed fleet has under another name: Terraform would destroy there what it imports here.
/// </summary>
/// <param name="fleet">The fleet.</param>
/// <param name="deployed">The deployed fleet, with its original names.</param>
/// <param name="root">The scope of the whole file.</param>
internal sealed class AdoptedElsewhereChecks(FleetSpec fleet, FleetSpec deployed, FaultScope root)
{
    /// <summary>Adds the errors of the change.</summary>
    public void Check()
    {
        var before = Of(deployed).DistinctBy(adopted => adopted.Arn).ToDictionary(adopted => adopted.Arn, adopted => adopted.Place);
        // A rename changes no place: its original names are those of the deployed fleet. One without 'renamed' has its own error.
        foreach (var ((arn, _, part, scope), (_, place, _, _)) in Of(fleet).Zip(Of(OriginalNames.Of(fleet))))
        {
            if (before.TryGetValue(arn, out var old) && old != place && !part.IsFaulty)
            {
                scope.Add(
                    $"must stay at {old}, as deployed: Terraform would destroy there what it imports here, got '{arn}'; "
                        + "see docs/troubleshooting.md#what-is-adopted-gets-another-name"
                );
            }
        }
    }

    /// <summary>The load balancers and target groups that a fleet adopts.</summary>
    private IEnumerable<(string Arn, string Place, FaultScope Part, FaultScope Scope)> Of(FleetSpec each) =>
        [.. LoadBalancersOf(each), .. DeclaredOf(each), .. BoundOf(each)];

    private IEnumerable<(string Arn, string Place, FaultScope Part, FaultScope Scope)> LoadBalancersOf(FleetSpec each) =>
        from pair in each.LoadBalancers
        where pair.Value.Adopt is not null
        select (
            pair.Value.Adopt,
            $"'loadBalancers.{pair.Key}'",
            root.At(each.LoadBalancers).Entry(pair.Key),
            root.At(each.LoadBalancers).Entry(pair.Key).Entry("adopt")
        );

    private IEnumerable<(string Arn, string Place, FaultScope Part, FaultScope Scope)> DeclaredOf(FleetSpec each) =>
        from pair in each.LoadBalancers
        from entry in pair.Value.TargetGroups
        where entry.Value.Adopt is not null
        select (
            entry.Value.Adopt,
            $"'loadBalancers.{pair.Key}.targetGroups.{entry.Key}'",
            root.At(each.LoadBalancers).Entry(pair.Key),
            root.At(each.LoadBalancers).Entry(pair.Key).Entry("targetGroups").Entry(entry.Key).Entry("adopt")
        );

    /// <summary>A binding has its place in a list, and is known by its name and its load balancer.</summary>
    private IEnumerable<(string Arn, string Place, FaultScope Part, FaultScope Scope)> BoundOf(FleetSpec each) =>
        from pair in each.Clusters
        from entry in pair.Value.Bindings.Index()
        where entry.Item.TargetGroup.Adopt is not null
        select (
            entry.Item.TargetGroup.Adopt,
            $"binding '{entry.Item.EffectiveName}' of cluster '{pair.Key}' to load balancer '{entry.Item.LoadBalancer}'",
            root.At(each.Clusters).Entry(pair.Key).Entry("bindings").Entry(entry.Index),
            root.At(each.Clusters).Entry(pair.Key).Entry("bindings").Entry(entry.Index).Entry("targetGroup").Entry("adopt")
        );
}
