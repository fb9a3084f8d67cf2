using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>A part of a fleet that keeps its original name when it is renamed in the file.</summary>
/// <param name="Kind">What it is: <c>cluster</c>.</param>
/// <param name="Name">Its name in the file.</param>
/// <param name="Renamed">The original name that the file gives it.</param>
/// <param name="Original">Its original name.</param>
/// <param name="Scope">Its place.</param>
internal sealed record NamedPart(string Kind, string Name, string? Renamed, string Original, FaultScope Scope)
{
    /// <summary>The place of <c>renamed</c>.</summary>
    public FaultScope RenamedScope => Scope.Entry("renamed");

    /// <summary>The load balancers of a fleet.</summary>
    public static NamedPart[] LoadBalancersOf(FleetSpec fleet, FaultScope root) =>
        Of(
            "load balancer",
            fleet.LoadBalancers,
            loadBalancer => loadBalancer.Renamed,
            name => OriginalNames.LoadBalancer(fleet, name),
            root.At(fleet.LoadBalancers)
        );

    /// <summary>The clusters of a fleet.</summary>
    public static NamedPart[] ClustersOf(FleetSpec fleet, FaultScope root) =>
        Of("cluster", fleet.Clusters, cluster => cluster.Renamed, name => OriginalNames.Cluster(fleet, name), root.At(fleet.Clusters));

    /// <summary>The bindings of a cluster.</summary>
    public static NamedPart[] BindingsOf(FleetSpec fleet, ClusterSpec cluster, FaultScope scope) =>
        [
            .. cluster.Bindings.Select(
                (binding, index) =>
                    new NamedPart(
                        "binding",
                        binding.EffectiveName,
                        binding.Renamed,
                        OriginalNames.Binding(fleet, binding),
                        scope.At(cluster.Bindings).Entry(index)
                    )
            ),
        ];

    /// <summary>The managed node groups of a cluster.</summary>
    public static NamedPart[] NodeGroupsOf(ClusterSpec cluster, FaultScope scope) =>
        Of("node group", cluster.NodeGroups, group => group.Renamed, name => OriginalNames.NodeGroup(cluster, name), scope.At(cluster.NodeGroups));

    /// <summary>The self-managed node groups of a cluster.</summary>
    public static NamedPart[] SelfManagedNodeGroupsOf(ClusterSpec cluster, FaultScope scope) =>
        Of(
            "self-managed node group",
            cluster.SelfManagedNodeGroups,
            group => group.Renamed,
            name => OriginalNames.SelfManagedNodeGroup(cluster, name),
            scope.At(cluster.SelfManagedNodeGroups)
        );

    private static NamedPart[] Of<T>(
        string kind,
        IReadOnlyDictionary<string, T> parts,
        Func<T, string?> renamed,
        Func<string, string> original,
        FaultScope scope
    ) => [.. parts.Select(part => new NamedPart(kind, part.Key, renamed(part.Value), original(part.Key), scope.Entry(part.Key)))];
}
