using System.Globalization;
using Mooring.Clusters;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;

namespace Mooring.Rehearsal.Steps;

/// <summary>
/// Finds what cannot change under its name while it has traffic: a binding whose target group is replaced, or whose Service is another one, and a
/// listener whose port changes. Another one beside it, under a temporary name, takes its traffic meanwhile.
/// </summary>
internal sealed class TemporaryNames
{
    /// <summary>A binding's name is a DNS label.</summary>
    private const int LongestName = 63;

    private readonly FleetSpec _deployed;
    private readonly FleetSpec _fleet;
    private readonly Dictionary<(string Cluster, string Binding), string> _bindings = [];
    private readonly Dictionary<(string LoadBalancer, string Listener), string> _listeners = [];

    /// <summary>Finds what needs a temporary name.</summary>
    /// <param name="deployed">The deployed fleet, with its original names.</param>
    /// <param name="fleet">The next fleet, with its original names.</param>
    public TemporaryNames(FleetSpec deployed, FleetSpec fleet)
    {
        (_deployed, _fleet) = (deployed, fleet);
        FindBindings();
        FindListeners();
    }

    /// <summary>Whether anything needs one.</summary>
    public bool AreNeeded => _bindings.Count + _listeners.Count > 0;

    /// <summary>
    /// Why a temporary name is no way; <see langword="null"/> where it is. Two bindings of one cluster register the same targets in a shared target group,
    /// and the one that goes takes them away.
    /// </summary>
    public string? Obstacle =>
        _bindings
            .Where(pair => GroupOf(pair.Key) is not null)
            .Select(pair =>
                $"binding '{pair.Key.Binding}' of cluster '{pair.Key.Cluster}' cannot change to target group '{GroupOf(pair.Key)}' under its name: "
                + $"give it another name in the file, such as '{pair.Value}'"
            )
            .FirstOrDefault()
        ?? _fleet.LoadBalancers.SelectMany(pair => OtherNames(pair.Key, pair.Value)).FirstOrDefault();

    /// <summary>What has a temporary name, in words.</summary>
    public IReadOnlyList<string> Notes =>
        [
            .. _bindings.Select(pair =>
                $"binding '{pair.Key.Binding}' of cluster '{pair.Key.Cluster}' is replaced while '{pair.Value}' takes its traffic; "
                + $"with another name in the file, such as '{pair.Value}', it need not come back"
            ),
            .. _listeners.Select(pair =>
                $"listener '{pair.Key.Listener}' of load balancer '{pair.Key.LoadBalancer}' stays until clients use '{pair.Value}' beside it"
            ),
        ];

    /// <summary>The next fleet with temporary names.</summary>
    public FleetSpec With() => _fleet with { LoadBalancers = _fleet.LoadBalancers.Each(Renamed), Clusters = _fleet.Clusters.Each(Renamed) };

    /// <summary>The next fleet with its own names. Terraform moves a listener to its name.</summary>
    public FleetSpec Without() => _fleet with { LoadBalancers = _fleet.LoadBalancers.Each(Named) };

    /// <summary>New listeners on the ports of listeners that go: a load balancer cannot have both for a while.</summary>
    private IEnumerable<string> OtherNames(string name, LoadBalancerSpec loadBalancer)
    {
        var gone = (_deployed.LoadBalancers.GetValueOrDefault(name)?.Listeners ?? new Dictionary<string, ListenerSpec>()).Where(pair =>
            !loadBalancer.Listeners.ContainsKey(pair.Key) && loadBalancer.Listeners.Values.All(next => next.Renamed != pair.Key)
        );
        return gone.SelectMany(old =>
            loadBalancer
                .Listeners.Where(next => next.Value.Port == old.Value.Port)
                .Select(next =>
                    $"listener '{next.Key}' of load balancer '{name}' has the port of listener '{old.Key}', which is deployed and not in the file any more: "
                    + $"write 'renamed: {old.Key}' beside its port if it is the same"
                )
        );
    }

    private string? GroupOf((string Cluster, string Binding) key) =>
        _fleet.Clusters[key.Cluster].Bindings.First(binding => binding.EffectiveName == key.Binding).TargetGroupRef;

    private void FindBindings()
    {
        foreach (var (name, cluster) in _fleet.Clusters.Where(pair => _deployed.Clusters.ContainsKey(pair.Key)))
        {
            var before = _deployed.Clusters[name].Bindings;
            foreach (var binding in cluster.Bindings.Where(IsOfFleet))
            {
                var old = before.FirstOrDefault(other => other.EffectiveName == binding.EffectiveName);
                if (old is not null && IsOfFleet(old) && IsReplaced(name, old, binding))
                {
                    _bindings[(name, binding.EffectiveName)] = Free(binding.EffectiveName, [.. cluster.Bindings, .. before]);
                }
            }
        }
    }

    /// <summary>Who forwards to a target group of somebody else's is not known here.</summary>
    private static bool IsOfFleet(BindingSpec binding) => binding is { ExistingTargetGroup: null, LoadBalancer: not null };

    private bool IsReplaced(string cluster, BindingSpec old, BindingSpec next) =>
        FleetNames.TargetGroup(_deployed, cluster, old) != FleetNames.TargetGroup(_fleet, cluster, next)
        || old.LoadBalancer != next.LoadBalancer
        || old.RegisterBy != next.RegisterBy
        || old.Reference != next.Reference
        || IsAnother(old.Service, next.Service)
        || IsCheckedElsewhere(old.TargetGroup.HealthCheck.Port, next.TargetGroup.HealthCheck.Port)
        // The controller opens the nodes when it may, which is when Terraform has closed them.
        || (old.Networking is null && next.Networking is not null);

    /// <summary>The load balancer checks a new port before the nodes let it in.</summary>
    private static bool IsCheckedElsewhere(int? old, int? next) =>
        next is { } port && port != old && port is < NodeIngressProps.FirstNodePort or > NodeIngressProps.LastNodePort;

    /// <summary>A <c>targetPort</c> that is only written down is no other one.</summary>
    private static bool IsAnother(ServiceSpec old, ServiceSpec next) =>
        old with { TargetPort = null } != next with { TargetPort = null } || (old.TargetPort is { } before && next.TargetPort is { } after && before != after);

    private static string Free(string name, IEnumerable<BindingSpec> bindings)
    {
        var taken = bindings.Select(binding => binding.EffectiveName).ToHashSet(StringComparer.Ordinal);
        return Enumerable
            .Range(1, int.MaxValue)
            .Select(number => number == 1 ? "-next" : string.Create(CultureInfo.InvariantCulture, $"-next-{number}"))
            .Select(end => name[..Math.Min(name.Length, LongestName - end.Length)] + end)
            .First(free => !taken.Contains(free));
    }

    private void FindListeners()
    {
        foreach (var (name, loadBalancer) in _fleet.LoadBalancers.Where(pair => pair.Value.Existing is null && _deployed.LoadBalancers.ContainsKey(pair.Key)))
        {
            var before = _deployed.LoadBalancers[name].Listeners;
            foreach (var (listener, next) in loadBalancer.Listeners)
            {
                var isMoved = before.TryGetValue(listener, out var old) && old.Port != next.Port;
                // A listener that is adopted is the one of that ARN, and keeps it.
                if (isMoved && next.Adopt is null && before.Values.All(other => other.Port != next.Port))
                {
                    _listeners[(name, listener)] = string.Create(CultureInfo.InvariantCulture, $"{listener}-{next.Port}");
                }
            }
        }
    }

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
        && ForwardBinding.Candidates(_fleet.Clusters[cluster], loadBalancer, target).First() is var binding
        && _bindings.TryGetValue((cluster, binding.EffectiveName), out var temporary)
            ? target with
            {
                Binding = temporary,
            }
            : target;

    private ClusterSpec Renamed(string name, ClusterSpec cluster) =>
        cluster with
        {
            Bindings =
            [
                .. cluster.Bindings.Select(binding =>
                    _bindings.TryGetValue((name, binding.EffectiveName), out var temporary)
                        ? binding with
                        {
                            Name = temporary,
                            TargetGroup = binding.TargetGroup with { Adopt = null },
                        }
                        : binding
                ),
            ],
        };

    private LoadBalancerSpec Named(string name, LoadBalancerSpec loadBalancer) =>
        loadBalancer with
        {
            Listeners = loadBalancer.Listeners.Each(
                (listener, spec) => _listeners.TryGetValue((name, listener), out var temporary) ? spec with { Renamed = temporary } : spec
            ),
        };
}
