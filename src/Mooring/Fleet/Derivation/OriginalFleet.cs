namespace Mooring.Fleet.Derivation;

/// <summary>Writes a fleet with the original names of its parts, also where they refer to each other.</summary>
/// <param name="fleet">The fleet, without faults.</param>
internal sealed class OriginalFleet(FleetSpec fleet)
{
    private readonly BindingIndex _bindings = new(fleet);

    /// <summary>The fleet with the original names.</summary>
    public FleetSpec Write() =>
        fleet with
        {
            ArgoCd = fleet.ArgoCd is { } argoCd ? argoCd with { Cluster = OriginalNames.RootCluster(fleet, argoCd) } : null,
            LoadBalancers = Map(fleet.LoadBalancers, name => OriginalNames.LoadBalancer(fleet, name), Write),
            Clusters = Map(fleet.Clusters, name => OriginalNames.Cluster(fleet, name), Write),
        };

    private LoadBalancerSpec Write(LoadBalancerSpec loadBalancer) =>
        loadBalancer with
        {
            Renamed = null,
            Listeners = Map(loadBalancer.Listeners, name => name, Write),
        };

    private ListenerSpec Write(ListenerSpec listener) =>
        listener with
        {
            DefaultAction = listener.DefaultAction is { } action ? action with { Forward = Write(action.Forward) } : null,
            Rules = [.. listener.Rules.Select(rule => rule with { Forward = Write(rule.Forward) })],
        };

    private ForwardSpec? Write(ForwardSpec? forward) => forward is null ? null : forward with { TargetGroups = [.. forward.TargetGroups.Select(Write)] };

    private ForwardTargetGroupSpec Write(ForwardTargetGroupSpec target) =>
        target.Cluster is { } cluster
            ? target with
            {
                Cluster = OriginalNames.Cluster(fleet, cluster),
                Binding = target.Binding is { } name && _bindings.Of(cluster, name) is { } binding ? OriginalNames.Binding(fleet, binding) : target.Binding,
            }
            : target;

    private ClusterSpec Write(ClusterSpec cluster) =>
        cluster with
        {
            Renamed = null,
            NodeGroups = Map(cluster.NodeGroups, name => OriginalNames.NodeGroup(cluster, name), group => group with { Renamed = null }),
            SelfManagedNodeGroups = Map(
                cluster.SelfManagedNodeGroups,
                name => OriginalNames.SelfManagedNodeGroup(cluster, name),
                group => group with { Renamed = null }
            ),
            Bindings = [.. cluster.Bindings.Select(Write)],
        };

    private BindingSpec Write(BindingSpec binding) =>
        binding with
        {
            Renamed = null,
            Name = binding.Renamed ?? binding.Name,
            LoadBalancer = binding.LoadBalancer is { } loadBalancer ? OriginalNames.LoadBalancer(fleet, loadBalancer) : null,
        };

    private static OrderedDictionary<string, T> Map<T>(IReadOnlyDictionary<string, T> entries, Func<string, string> name, Func<T, T> write) =>
        new(entries.Select(pair => KeyValuePair.Create(name(pair.Key), write(pair.Value))));
}
