using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>What the checks of one part of a fleet need to know of the others, gathered once: a large fleet is not searched for each of its parts.</summary>
/// <param name="fleet">The fleet, which may have errors.</param>
internal sealed class FleetIndex(FleetSpec fleet)
{
    private readonly Dictionary<(string Cluster, string LoadBalancer), ForwardBindings> _bindings = fleet
        .Clusters.SelectMany(cluster => cluster.Value.Bindings.Select(binding => (Cluster: cluster.Key, Binding: binding)))
        .Where(entry => entry.Binding is { LoadBalancer: not null, TargetGroupRef: null })
        .GroupBy(entry => (entry.Cluster, entry.Binding.LoadBalancer!), entry => entry.Binding)
        .ToDictionary(group => group.Key, group => new ForwardBindings(group));

    private readonly Dictionary<string, int> _targetGroups = fleet
        .Clusters.Values.SelectMany(cluster => cluster.Bindings)
        .Where(binding => binding is { LoadBalancer: not null, TargetGroupRef: null })
        .CountBy(binding => binding.LoadBalancer!)
        .ToDictionary();

    private readonly HashSet<string> _unknownTargetPorts =
    [
        .. fleet
            .Clusters.Values.SelectMany(cluster => cluster.Bindings)
            .Where(binding => !TargetPorts.IsKnown(binding))
            .Select(binding => binding.LoadBalancer ?? string.Empty),
    ];

    private readonly Dictionary<string, string> _registered = fleet
        .Clusters.Select(cluster => (Cluster: cluster.Key, cluster.Value.Registration.Connection?.Host))
        .Where(entry => entry.Host is not null)
        .DistinctBy(entry => entry.Host)
        .ToDictionary(entry => entry.Host!, entry => entry.Cluster);

    private readonly Dictionary<(string Resource, string Key), string> _taggedForKarpenter = fleet
        .Clusters.SelectMany(cluster => KarpenterTags.Of(cluster.Value).Select(tag => (Tag: tag, Cluster: cluster.Key)))
        .DistinctBy(entry => entry.Tag)
        .ToDictionary(entry => entry.Tag, entry => entry.Cluster);

    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>The fleet.</summary>
    public FleetSpec Fleet => fleet;

    /// <summary>Which bindings have the same target group.</summary>
    public BoundTargetGroups BoundTargetGroups { get; } = new(fleet);

    /// <summary>The keys of the tags that everything in the fleet has.</summary>
    public TagKeys TagKeys { get; } = new([.. TagChecks.OfEveryResource, .. fleet.Tags.Keys]);

    /// <summary>The first cluster that Argo CD reaches at a host of <c>registration.connection</c>.</summary>
    public string FirstRegisteredAt(string host) => _registered[host];

    /// <summary>The first cluster for whose Karpenter a subnet or security group gets a tag.</summary>
    public string FirstTaggedForKarpenter(string resource, string key) => _taggedForKarpenter[(resource, key)];

    /// <summary>How many target groups of bindings a load balancer has.</summary>
    public int TargetGroupsOf(string loadBalancer) => _targetGroups.GetValueOrDefault(loadBalancer);

    /// <summary>Whether a load balancer has a binding of which it is not known on which ports its targets listen.</summary>
    public bool HasUnknownTargetPorts(string loadBalancer) => _unknownTargetPorts.Contains(loadBalancer);

    /// <summary>The bindings of a cluster that a forward may mean.</summary>
    public IReadOnlyList<BindingSpec> Candidates(string cluster, string loadBalancer, ForwardTargetGroupSpec target) =>
        _bindings.TryGetValue((cluster, loadBalancer), out var bindings) ? bindings.Of(target) : [];

    /// <summary>Whether it could be read which bindings a cluster has, and to what. The cluster was checked before.</summary>
    /// <param name="name">The cluster.</param>
    /// <param name="scope">Any place of the file.</param>
    public bool KnowsBindingsOf(string name, FaultScope scope)
    {
        if (!_known.TryGetValue(name, out var known))
        {
            _known[name] = known = AreKnown(fleet.Clusters[name], scope.Root.At(fleet.Clusters).Entry(name));
        }

        return known;
    }

    private static bool AreKnown(ClusterSpec cluster, FaultScope scope)
    {
        var list = scope.At(cluster.Bindings);
        return !scope.IsUnreadable
            && !list.IsUnreadable
            && cluster.Bindings.DistinctBy(binding => binding.EffectiveName).Count() == cluster.Bindings.Count
            && !cluster.Bindings.Index().Any(entry => IsUnknown(entry.Item, list.Entry(entry.Index)));
    }

    private static bool IsUnknown(BindingSpec binding, FaultScope at) =>
        at.IsUnreadable
        || new[] { at.At(binding.LoadBalancer), at.At(binding.Name), at.At(binding.TargetGroupRef), at.At(binding.ExistingTargetGroup) }.Any(key =>
            key.IsFaulty
        )
        || at.At(binding.TargetGroup.ProtocolVersion).IsUnreadable;

    /// <summary>The bindings of one cluster to one load balancer, by name.</summary>
    private sealed class ForwardBindings(IEnumerable<BindingSpec> bindings)
    {
        private readonly BindingSpec[] _all = [.. bindings];
        private ILookup<string, BindingSpec>? _byName;

        public BindingSpec[] Of(ForwardTargetGroupSpec target) =>
            target.Binding is { } name ? [.. (_byName ??= _all.ToLookup(binding => binding.EffectiveName))[name]] : _all;
    }
}
