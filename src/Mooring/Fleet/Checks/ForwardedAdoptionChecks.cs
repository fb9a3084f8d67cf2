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
    /// <summary>Adds the errors of the change.</summary>
    public void Check()
    {
        var now = OriginalNames.Of(fleet);
        foreach (var (name, loadBalancer) in fleet.LoadBalancers.Where(pair => pair.Value.Existing is null))
        {
            var original = OriginalNames.LoadBalancer(fleet, name);
            if (!deployed.LoadBalancers.ContainsKey(original))
            {
                continue;
            }

            var (adopted, names) = (NamesOf(deployed, original, group => group.Adopt is not null), NamesOf(now, original, _ => true));
            foreach (
                var gone in ForwardedTo(original)
                    .Where(target => adopted.ContainsKey(target) && !names.ContainsKey(target) && !names.ContainsValue(adopted[target]))
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
            : Bound(target.Cluster!, ForwardBinding.Candidates(deployed.Clusters[target.Cluster!], loadBalancer, target).First().EffectiveName);

    /// <summary>Names in AWS of the target groups of a load balancer.</summary>
    private static Dictionary<string, string> NamesOf(FleetSpec each, string loadBalancer, Func<TargetGroupSpec, bool> which)
    {
        var names = each.LoadBalancers[loadBalancer]
            .TargetGroups.Where(group => which(group.Value))
            .ToDictionary(group => Declared(group.Key), group => FleetNames.TargetGroup(each, loadBalancer, group.Key));
        foreach (var (cluster, spec) in each.Clusters)
        {
            foreach (var binding in spec.Bindings.Where(binding => binding.LoadBalancer == loadBalancer && binding.TargetGroupRef is null))
            {
                if (which(binding.TargetGroup))
                {
                    names[Bound(cluster, binding.EffectiveName)] = FleetNames.TargetGroup(each, cluster, binding);
                }
            }
        }

        return names;
    }

    private static string Declared(string group) => $"target group '{group}'";

    private static string Bound(string cluster, string binding) => $"binding '{binding}' of cluster '{cluster}'";
}
