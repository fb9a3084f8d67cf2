using System.Globalization;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;

namespace Mooring.Rehearsal.Steps;

/// <summary>
/// Finds what cannot change under its name while it has traffic: a binding whose target group is replaced, or whose Service is another one, and a
/// listener whose port changes. Another one beside it, under a temporary name, takes its traffic meanwhile.
/// </summary>
/// <param name="deployed">The deployed fleet, with its original names.</param>
/// <param name="fleet">The next fleet, with its original names.</param>
internal sealed class TemporaryNames(FleetSpec deployed, FleetSpec fleet)
{
    private readonly Dictionary<(string Cluster, string Binding), string> _bindings = [];
    private readonly Dictionary<(string LoadBalancer, string Listener), string> _listeners = [];

    /// <summary>The next fleet with temporary names, and with its own names again; <see langword="null"/> where nothing needs one.</summary>
    public (FleetSpec With, FleetSpec Without)? Find()
    {
        FindBindings();
        FindListeners();
        return _bindings.Count + _listeners.Count == 0 ? null : (Renamed(), Named());
    }

    /// <summary>What has a temporary name, in words.</summary>
    public IEnumerable<string> Words() =>
        _bindings
            .Select(pair => $"binding '{pair.Key.Binding}' of cluster '{pair.Key.Cluster}' is replaced while '{pair.Value}' takes its traffic")
            .Concat(
                _listeners.Select(pair => $"listener '{pair.Key.Listener}' of '{pair.Key.LoadBalancer}' stays until clients use '{pair.Value}' beside it")
            );

    private void FindBindings()
    {
        foreach (var (name, cluster) in fleet.Clusters.Where(pair => deployed.Clusters.ContainsKey(pair.Key)))
        {
            foreach (var binding in cluster.Bindings.Where(HasOwnGroup))
            {
                var old = deployed.Clusters[name].Bindings.FirstOrDefault(other => other.EffectiveName == binding.EffectiveName);
                if (old is not null && HasOwnGroup(old) && IsReplaced(name, old, binding))
                {
                    _bindings[(name, binding.EffectiveName)] = Free($"{binding.EffectiveName}-next", [.. cluster.Bindings, .. deployed.Clusters[name].Bindings]);
                }
            }
        }
    }

    private static bool HasOwnGroup(BindingSpec binding) => binding is { TargetGroupRef: null, ExistingTargetGroup: null, LoadBalancer: not null };

    private bool IsReplaced(string cluster, BindingSpec old, BindingSpec next) =>
        FleetNames.TargetGroup(deployed, cluster, old) != FleetNames.TargetGroup(fleet, cluster, next)
        || old.LoadBalancer != next.LoadBalancer
        || old.RegisterBy != next.RegisterBy
        || old.Reference != next.Reference
        || old.Service != next.Service;

    private static string Free(string name, IEnumerable<BindingSpec> bindings)
    {
        var taken = bindings.Select(binding => binding.EffectiveName).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? name : $"{name}-{number}").First(free => !taken.Contains(free));
    }

    private void FindListeners()
    {
        foreach (var (name, loadBalancer) in fleet.LoadBalancers.Where(pair => pair.Value.Existing is null && deployed.LoadBalancers.ContainsKey(pair.Key)))
        {
            var before = deployed.LoadBalancers[name].Listeners;
            foreach (var (listener, next) in loadBalancer.Listeners)
            {
                if (before.TryGetValue(listener, out var old) && old.Port != next.Port && before.Values.All(other => other.Port != next.Port))
                {
                    _listeners[(name, listener)] = string.Create(CultureInfo.InvariantCulture, $"{listener}-{next.Port}");
                }
            }
        }
    }

    private FleetSpec Renamed() =>
        fleet with
        {
            LoadBalancers = Each(fleet.LoadBalancers, Renamed),
            Clusters = Each(fleet.Clusters, Renamed),
        };

    private FleetSpec Named() => fleet with { LoadBalancers = Each(fleet.LoadBalancers, Named) };

    private LoadBalancerSpec Renamed(string name, LoadBalancerSpec loadBalancer) =>
        loadBalancer with
        {
            Listeners = new OrderedDictionary<string, ListenerSpec>(
                loadBalancer.Listeners.Select(pair =>
                    KeyValuePair.Create(_listeners.GetValueOrDefault((name, pair.Key), pair.Key), Renamed(name, pair.Key, pair.Value))
                )
            ),
        };

    private ListenerSpec Renamed(string loadBalancer, string name, ListenerSpec listener) =>
        listener with
        {
            Renamed = _listeners.ContainsKey((loadBalancer, name)) ? null : listener.Renamed,
            DefaultAction = listener.DefaultAction is { } action ? action with { Forward = Renamed(loadBalancer, action.Forward) } : null,
            Rules = [.. listener.Rules.Select(rule => rule with { Forward = Renamed(loadBalancer, rule.Forward) })],
        };

    private ForwardSpec? Renamed(string loadBalancer, ForwardSpec? forward) =>
        forward is null ? null : forward with { TargetGroups = [.. forward.TargetGroups.Select(target => Renamed(loadBalancer, target))] };

    private ForwardTargetGroupSpec Renamed(string loadBalancer, ForwardTargetGroupSpec target) =>
        target.Cluster is { } cluster
        && ForwardBinding.Candidates(fleet.Clusters[cluster], loadBalancer, target).First() is var binding
        && _bindings.TryGetValue((cluster, binding.EffectiveName), out var temporary)
            ? target with { Binding = temporary }
            : target;

    private ClusterSpec Renamed(string name, ClusterSpec cluster) =>
        cluster with
        {
            Bindings =
            [
                .. cluster.Bindings.Select(binding =>
                    _bindings.TryGetValue((name, binding.EffectiveName), out var temporary)
                        ? binding with { Name = temporary, TargetGroup = binding.TargetGroup with { Adopt = null } }
                        : binding
                ),
            ],
        };

    /// <summary>Terraform moves the listener to its own name.</summary>
    private LoadBalancerSpec Named(string name, LoadBalancerSpec loadBalancer) =>
        loadBalancer with
        {
            Listeners = Each(
                loadBalancer.Listeners,
                (listener, spec) => _listeners.TryGetValue((name, listener), out var temporary) ? spec with { Renamed = temporary } : spec
            ),
        };

    private static OrderedDictionary<string, T> Each<T>(IReadOnlyDictionary<string, T> entries, Func<string, T, T> map) =>
        new(entries.Select(pair => KeyValuePair.Create(pair.Key, map(pair.Key, pair.Value))));
}
