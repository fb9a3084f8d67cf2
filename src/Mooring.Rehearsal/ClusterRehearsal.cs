using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Stacks;

namespace Mooring.Rehearsal;

/// <summary>The rehearsed stacks of one cluster: its own, its registration and its bindings.</summary>
/// <param name="Cluster">Name of the cluster.</param>
/// <param name="Stacks">Its stacks, in the order in which they were applied.</param>
public sealed record ClusterRehearsal(string Cluster, IReadOnlyList<StackRehearsal> Stacks)
{
    private static readonly StackKind[] s_kinds = [StackKind.Cluster, StackKind.Registration, StackKind.Binding];

    /// <summary>
    /// Number of managed resources and data sources that a plan of all its stacks reads: the cost of the cluster in every run of a pipeline.
    /// </summary>
    public int Reads => Stacks.Sum(stack => stack.Reads);

    /// <summary>Finds each cluster's stacks.</summary>
    /// <param name="fleet">The fleet.</param>
    /// <param name="stacks">Its rehearsed stacks.</param>
    /// <returns>The clusters, in the order of the fleet.</returns>
    public static IReadOnlyList<ClusterRehearsal> Of(FleetSpec fleet, IReadOnlyList<StackRehearsal> stacks)
    {
        return
        [
            .. fleet.Clusters.Keys.Select(cluster => new ClusterRehearsal(
                cluster,
                [.. stacks.Where(stack => IsOf(OriginalNames.Cluster(fleet, cluster), stack.Stack))]
            )),
        ];

        static bool IsOf(string cluster, string stack) => s_kinds.Any(kind => kind.StackOf(cluster) == stack);
    }
}
