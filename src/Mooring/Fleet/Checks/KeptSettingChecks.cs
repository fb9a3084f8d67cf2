using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>
/// Checks the mappings that make Terraform the owner of settings against the deployed ones. Without the mapping the settings stay as they are in AWS, so that
/// one which says something becomes an empty one first, which brings the defaults back.
/// </summary>
/// <param name="fleet">The fleet.</param>
/// <param name="deployed">The deployed fleet, with its original names.</param>
/// <param name="root">The scope of the whole file.</param>
internal sealed class KeptSettingChecks(FleetSpec fleet, FleetSpec deployed, FaultScope root)
{
    private const string Provider = "the AWS provider cannot take a header away";

    /// <summary>Adds the errors and warnings of the change.</summary>
    public void Check()
    {
        foreach (var (name, loadBalancer) in fleet.LoadBalancers)
        {
            if (deployed.LoadBalancers.TryGetValue(OriginalNames.LoadBalancer(fleet, name), out var before))
            {
                var scope = root.At(fleet.LoadBalancers).Entry(name);
                if (loadBalancer.Existing is null)
                {
                    Require(loadBalancer.Attributes, before.Attributes, scope.At(loadBalancer.Attributes));
                }

                CheckListeners(loadBalancer, before, scope.At(loadBalancer.Listeners));
                CheckTargetGroups(name, loadBalancer, before, scope.At(loadBalancer.TargetGroups));
            }
        }

        foreach (var (name, cluster) in fleet.Clusters)
        {
            CheckBindings(name, cluster, root.At(fleet.Clusters).Entry(name).At(cluster.Bindings));
        }
    }

    private void CheckTargetGroups(string loadBalancer, LoadBalancerSpec now, LoadBalancerSpec before, FaultScope scope)
    {
        foreach (var (name, group) in now.TargetGroups)
        {
            var original = OriginalNames.LoadBalancer(fleet, loadBalancer);
            if (
                before.TargetGroups.TryGetValue(name, out var old)
                && FleetNames.TargetGroup(fleet, loadBalancer, name) == FleetNames.TargetGroup(deployed, original, name)
            )
            {
                Require(group.TargetGroupHealth, old.TargetGroupHealth, scope.Entry(name).At(group.TargetGroupHealth));
            }
        }
    }

    /// <summary>A target group under another name is another one, which is created.</summary>
    private void CheckBindings(string name, ClusterSpec cluster, FaultScope scope)
    {
        var original = OriginalNames.Cluster(fleet, name);
        var before = deployed
            .Clusters.GetValueOrDefault(original)
            ?.Bindings.Where(binding => binding.LoadBalancer is not null && binding.TargetGroupRef is null);
        var old = before?.ToLookup(binding => FleetNames.TargetGroup(deployed, original, binding), StringComparer.Ordinal);
        foreach (var (index, binding) in cluster.Bindings.Index().Where(entry => entry.Item is { LoadBalancer: not null, TargetGroupRef: null }))
        {
            if (old?[FleetNames.TargetGroup(fleet, name, binding)].FirstOrDefault() is { } same)
            {
                var at = scope.Entry(index).At(binding.TargetGroup).At(binding.TargetGroup.TargetGroupHealth);
                Require(binding.TargetGroup.TargetGroupHealth, same.TargetGroup.TargetGroupHealth, at);
            }
        }
    }

    private static void CheckListeners(LoadBalancerSpec loadBalancer, LoadBalancerSpec before, FaultScope scope)
    {
        foreach (var (name, listener) in loadBalancer.Listeners)
        {
            if (OriginalNames.Listener(before.Listeners, name, listener) is { } old)
            {
                var at = scope.Entry(name);
                CheckHeaders(listener, old, at);
                CheckRules(listener, old, at.At(listener.Rules));
            }
        }
    }

    private static void CheckHeaders(ListenerSpec listener, ListenerSpec before, FaultScope scope)
    {
        if (before.Headers is not { } old)
        {
            return;
        }

        var at = scope.At(listener.Headers);
        var hasOwn = old.Request.Count > 0 || !old.Server;
        Require(listener.Headers, hasOwn ? old : new ListenerHeadersSpec(), at);
        foreach (var header in old.Response.Keys.Where(header => listener.Headers?.Response.ContainsKey(header) != true))
        {
            at.Warn(
                WarningChecks.KeptHeader,
                $"has no '{header}' any more, which clients still get: {Provider}; run 'aws elbv2 modify-listener-attributes' with an empty value for it"
            );
        }
    }

    private static void CheckRules(ListenerSpec listener, ListenerSpec before, FaultScope scope)
    {
        var old = before.Rules.ToLookup(rule => rule.Name, StringComparer.Ordinal);
        foreach (var (index, rule) in listener.Rules.Index())
        {
            if ((old[rule.Name].FirstOrDefault() ?? old[rule.Renamed ?? rule.Name].FirstOrDefault()) is { } same)
            {
                Require(rule.Transforms, same.Transforms, scope.Entry(index).At(rule.Transforms));
            }
        }
    }

    private static void Require<T>(T? now, T? before, FaultScope at)
        where T : class, new()
    {
        if (now is null && before is not null && !before.Equals(new T()))
        {
            at.As(ErrorCodes.Change)
                .Add("must be '{}' first, and can be left out once that is applied: without it Terraform leaves what was deployed as it is");
        }
    }
}
