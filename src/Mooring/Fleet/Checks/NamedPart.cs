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
        [
            .. fleet.LoadBalancers.Select(pair => new NamedPart(
                "load balancer",
                pair.Key,
                pair.Value.Renamed,
                OriginalNames.LoadBalancer(fleet, pair.Key),
                root.At(fleet.LoadBalancers).Entry(pair.Key)
            )),
        ];

    /// <summary>The clusters of a fleet.</summary>
    public static NamedPart[] ClustersOf(FleetSpec fleet, FaultScope root) =>
        [
            .. fleet.Clusters.Select(pair => new NamedPart(
                "cluster",
                pair.Key,
                pair.Value.Renamed,
                OriginalNames.Cluster(fleet, pair.Key),
                root.At(fleet.Clusters).Entry(pair.Key)
            )),
        ];

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
        [
            .. cluster.NodeGroups.Select(pair => new NamedPart(
                "node group",
                pair.Key,
                pair.Value.Renamed,
                OriginalNames.NodeGroup(cluster, pair.Key),
                scope.At(cluster.NodeGroups).Entry(pair.Key)
            )),
        ];

    /// <summary>The self-managed node groups of a cluster.</summary>
    public static NamedPart[] SelfManagedNodeGroupsOf(ClusterSpec cluster, FaultScope scope) =>
        [
            .. cluster.SelfManagedNodeGroups.Select(pair => new NamedPart(
                "self-managed node group",
                pair.Key,
                pair.Value.Renamed,
                OriginalNames.SelfManagedNodeGroup(cluster, pair.Key),
                scope.At(cluster.SelfManagedNodeGroups).Entry(pair.Key)
            )),
        ];
}
