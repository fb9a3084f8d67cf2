using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>
/// Checks that load balancers and target groups keep <c>adopt</c>, from which their names in AWS are taken. Listeners and rules have no name: once they
/// are imported, they need none.
/// </summary>
/// <param name="fleet">The fleet.</param>
/// <param name="deployed">The deployed fleet, with its original names.</param>
/// <param name="root">The scope of the whole file.</param>
internal sealed class AdoptionChangeChecks(FleetSpec fleet, FleetSpec deployed, FaultScope root)
{
    private readonly BindingIndex _before = new(deployed);

    /// <summary>Adds the errors of the change.</summary>
    public void Check()
    {
        foreach (var (name, loadBalancer) in fleet.LoadBalancers)
        {
            var original = OriginalNames.LoadBalancer(fleet, name);
            if (deployed.LoadBalancers.TryGetValue(original, out var before))
            {
                CheckLoadBalancer(name, original, root.At(fleet.LoadBalancers).Entry(name));
                foreach (var (group, old) in before.TargetGroups.Where(pair => loadBalancer.TargetGroups.ContainsKey(pair.Key)))
                {
                    var at = root.At(fleet.LoadBalancers).Entry(name).At(loadBalancer.TargetGroups).Entry(group);
                    Check(
                        at,
                        loadBalancer.TargetGroups[group].Adopt,
                        old.Adopt,
                        FleetNames.TargetGroup(fleet, name, group),
                        FleetNames.TargetGroup(deployed, original, group)
                    );
                }
            }
        }

        foreach (var (name, cluster) in fleet.Clusters)
        {
            CheckBindings(name, cluster, root.At(fleet.Clusters).Entry(name));
        }
    }

    private void CheckLoadBalancer(string name, string original, FaultScope scope)
    {
        if (fleet.LoadBalancers[name].Existing is null)
        {
            var (adopt, before) = (fleet.LoadBalancers[name].Adopt, deployed.LoadBalancers[original].Adopt);
            Check(scope, adopt, before, FleetNames.LoadBalancer(fleet, name), FleetNames.LoadBalancer(deployed, original));
        }
    }

    private void CheckBindings(string name, ClusterSpec cluster, FaultScope scope)
    {
        var original = OriginalNames.Cluster(fleet, name);
        foreach (var (index, binding) in cluster.Bindings.Index().Where(entry => entry.Item is { TargetGroupRef: null, ExistingTargetGroup: null }))
        {
            if (_before.Of(original, OriginalNames.Binding(fleet, binding)) is { } old)
            {
                Check(
                    scope.At(cluster.Bindings).Entry(index).At(binding.TargetGroup),
                    binding.TargetGroup.Adopt,
                    old.TargetGroup.Adopt,
                    FleetNames.TargetGroup(fleet, name, binding),
                    FleetNames.TargetGroup(deployed, original, old)
                );
            }
        }
    }

    private static void Check(FaultScope scope, string? adopt, string? before, string name, string nameBefore)
    {
        if (adopt is null && before is not null && name != nameBefore)
        {
            scope.Add(
                $"must have 'adopt: {before}', as deployed: its name in AWS, '{nameBefore}', is taken from it, and as '{name}' Terraform would replace it"
            );
        }
    }
}
