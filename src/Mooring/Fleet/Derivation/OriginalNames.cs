namespace Mooring.Fleet.Derivation;

/// <summary>
/// The names that load balancers, clusters, bindings and node groups had first in the fleet file. Their names in AWS and Kubernetes, their stacks and
/// their states are derived from these, and none of them can change: something that is renamed in the file (<c>renamed</c>) keeps them.
/// </summary>
internal static class OriginalNames
{
    /// <summary>The original name of a load balancer.</summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="name">Its name in the file.</param>
    public static string LoadBalancer(FleetSpec fleet, string name) => fleet.LoadBalancers.GetValueOrDefault(name)?.Renamed ?? name;

    /// <summary>The original name of a cluster, which is its name in AWS.</summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="name">Its name in the file.</param>
    public static string Cluster(FleetSpec fleet, string name) => fleet.Clusters.GetValueOrDefault(name)?.Renamed ?? name;

    /// <summary>The original name of the cluster where Argo CD runs; one of another fleet has no other name.</summary>
    public static string RootCluster(FleetSpec fleet, ArgoCdSpec argoCd) => argoCd.Existing ? argoCd.Cluster : Cluster(fleet, argoCd.Cluster);

    /// <summary>The original name of a binding, which by default is that of its load balancer.</summary>
    public static string Binding(FleetSpec fleet, BindingSpec binding) =>
        binding.Renamed ?? binding.Name ?? (binding.LoadBalancer is { } loadBalancer ? LoadBalancer(fleet, loadBalancer) : string.Empty);

    /// <summary>What another fleet, or a record of one, has of a listener, under its name or the one before; <see langword="null"/> for nothing.</summary>
    /// <param name="listeners">Listeners of the other one.</param>
    /// <param name="name">Name of the listener.</param>
    /// <param name="listener">The listener.</param>
    public static T? Listener<T>(IReadOnlyDictionary<string, T> listeners, string name, ListenerSpec listener)
        where T : class => listeners.GetValueOrDefault(name) ?? (listener.Renamed is { } before ? listeners.GetValueOrDefault(before) : null);

    /// <summary>The original name of a managed node group.</summary>
    /// <param name="cluster">Its cluster.</param>
    /// <param name="name">Its name in the file.</param>
    public static string NodeGroup(ClusterSpec cluster, string name) => cluster.NodeGroups.GetValueOrDefault(name)?.Renamed ?? name;

    /// <summary>The original name of a self-managed node group.</summary>
    /// <param name="cluster">Its cluster.</param>
    /// <param name="name">Its name in the file.</param>
    public static string SelfManagedNodeGroup(ClusterSpec cluster, string name) => cluster.SelfManagedNodeGroups.GetValueOrDefault(name)?.Renamed ?? name;

    /// <summary>
    /// The fleet as it would be written with the original names: the stacks are synthesized from this, so that a rename changes none of them. Listeners
    /// and rules, which have no name in AWS, keep their new names: Terraform moves them.
    /// </summary>
    /// <param name="fleet">The fleet, without faults.</param>
    public static FleetSpec Of(FleetSpec fleet) =>
        fleet.LoadBalancers.Values.Any(each => each.Renamed is not null) || fleet.Clusters.Values.Any(HasRenamed) ? new OriginalFleet(fleet).Write() : fleet;

    private static bool HasRenamed(ClusterSpec cluster) =>
        cluster.Renamed is not null
        || cluster.Bindings.Any(binding => binding.Renamed is not null)
        || cluster.NodeGroups.Values.Any(group => group.Renamed is not null)
        || cluster.SelfManagedNodeGroups.Values.Any(group => group.Renamed is not null);
}
