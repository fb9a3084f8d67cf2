using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>
/// Checks that an adopted target group leaves its forwards before it leaves the fleet. Terraform destroys what it imported without a change before it changes
/// what refers to it: only an apply that changes a resource stores <c>create_before_destroy</c> in the state.
/// </summary>
/// <seealso href="https://github.com/hashicorp/terraform/blob/main/internal/terraform/node_resource_abstract_instance.go"/>
/// <param name="fleet">The fleet.</param>
/// <param name="deployed">The deployed fleet, with its original names.</param>
/// <param name="root">The scope of the whole file.</param>
internal sealed class ForwardedAdoptionChecks(FleetSpec fleet, FleetSpec deployed, FaultScope root)
{
    private readonly FleetIndex _deployed = new(deployed);

    /// <summary>Adds the errors of the change.</summary>
    public void Check()
    {
        var now = OriginalNames.Of(fleet);
        var (bindings, bindingsBefore) = (BindingsOf(now), BindingsOf(deployed));
        foreach (var (name, loadBalancer) in fleet.LoadBalancers.Where(pair => pair.Value.Existing is null))
        {
            var original = OriginalNames.LoadBalancer(fleet, name);
            if (!deployed.LoadBalancers.ContainsKey(original))
            {
                continue;
            }

            var adopted = NamesOf(deployed, original, bindingsBefore[original], group => group.Adopt is not null);
            if (adopted.Count == 0)
            {
                continue;
            }

            var names = NamesOf(now, original, bindings[original], _ => true);
            var inAws = names.Values.ToHashSet(StringComparer.Ordinal);
            foreach (
                var gone in ForwardedTo(original)
                    .Where(target => adopted.ContainsKey(target) && !names.ContainsKey(target) && !inAws.Contains(adopted[target]))
                    .Distinct()
            )
            {
                root.At(fleet.LoadBalancers)
                    .Entry(name)
                    .At(loadBalancer.Listeners)
                    .AddBeside(
                        $"must not forward to {gone} any more before it is removed, as the deployed fleet does: Terraform would destroy the adopted target "
                            + $"group '{adopted[gone]}' first, which AWS refuses; remove it from every forward, and apply that"
                    );
            }
        }
    }

    /// <summary>What the deployed load balancer forwards to.</summary>
    private IEnumerable<string> ForwardedTo(string loadBalancer) =>
        from listener in deployed.LoadBalancers[loadBalancer].Listeners.Values
        from forward in listener.Actions.Select(action => action.Forward).OfType<ForwardSpec>()
        from target in forward.TargetGroups
        select target.TargetGroup is { } declared
            ? Declared(declared)
            : Bound(target.Cluster!, _deployed.Candidates(target.Cluster!, loadBalancer, target)[0].EffectiveName);

    /// <summary>Names in AWS of the target groups of a load balancer.</summary>
    private static ILookup<string, (string Cluster, BindingSpec Binding)> BindingsOf(FleetSpec each) =>
        each
            .Clusters.SelectMany(cluster => cluster.Value.Bindings.Select(binding => (Cluster: cluster.Key, Binding: binding)))
            .Where(bound => bound.Binding.TargetGroupRef is null)
            .ToLookup(bound => bound.Binding.LoadBalancer ?? string.Empty, StringComparer.Ordinal);

    private static Dictionary<string, string> NamesOf(
        FleetSpec each,
        string loadBalancer,
        IEnumerable<(string Cluster, BindingSpec Binding)> bindings,
        Func<TargetGroupSpec, bool> which
    )
    {
        var names = each.LoadBalancers[loadBalancer]
            .TargetGroups.Where(group => which(group.Value))
            .ToDictionary(group => Declared(group.Key), group => FleetNames.TargetGroup(each, loadBalancer, group.Key));
        foreach (var (cluster, binding) in bindings.Where(bound => which(bound.Binding.TargetGroup)))
        {
            names[Bound(cluster, binding.EffectiveName)] = FleetNames.TargetGroup(each, cluster, binding);
        }

        return names;
    }

    private static string Declared(string group) => $"target group '{group}'";

    private static string Bound(string cluster, string binding) => $"binding '{binding}' of cluster '{cluster}'";
}
