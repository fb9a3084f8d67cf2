using Constructs;
using HashiCorp.Cdktf;
using Mooring.Fleet;

namespace Mooring.Stacks;

/// <summary>
/// Lays a fleet out over stacks and declares their order: load balancers, then clusters, then what puts the two together.
/// </summary>
public static class FleetLayout
{
    /// <summary>Adds the stacks of a fleet to an app.</summary>
    /// <param name="app">The app.</param>
    /// <param name="fleet">The fleet, without faults.</param>
    /// <param name="onStack">Is told the name of each stack when it is begun.</param>
    public static void AddTo(Construct app, FleetSpec fleet, Action<string>? onStack = null)
    {
        TerraformStack Begin(string stack, Func<TerraformStack> define)
        {
            onStack?.Invoke(stack);
            return define();
        }

        var loadBalancers = fleet.LoadBalancers.Keys.ToDictionary(name => name, name => Begin(StackNames.LoadBalancer(name), () => new LoadBalancerStack(app, fleet, name)));
        var clusters = fleet.Clusters.Keys.ToDictionary(name => name, name => Begin(StackNames.Cluster(name), () => new ClusterStack(app, fleet, name)));
        foreach (var (name, cluster) in fleet.Clusters)
        {
            var bound = cluster.Bindings.Select(binding => binding.LoadBalancer).OfType<string>().Distinct().Select(loadBalancer => loadBalancers[loadBalancer]).ToArray();
            DependOn(clusters[name], bound);
            if (fleet.ArgoCd is { CapabilityRole: null } argoCd && argoCd.Cluster != name)
            {
                // IAM refuses a trust policy that names a role which does not exist.
                DependOn(clusters[name], clusters[argoCd.Cluster]);
            }

            if (FleetRegistrations.IsRegistered(fleet, name))
            {
                var root = clusters[fleet.ArgoCd!.Cluster];
                var registration = Begin(StackNames.Registration(name), () => new RegistrationStack(app, fleet, name));
                DependOn(registration, [.. bound, .. new[] { root, clusters[name] }.Distinct()]);
            }

            if (cluster.Delivery == Delivery.Helm && cluster.HasController)
            {
                var binding = Begin(StackNames.Binding(name), () => new BindingStack(app, fleet, name));
                DependOn(binding, [.. bound, clusters[name]]);
            }
        }
    }

    private static void DependOn(TerraformStack stack, params TerraformStack[] dependencies)
    {
        foreach (var dependency in dependencies)
        {
            stack.AddDependency(dependency);
        }
    }
}
