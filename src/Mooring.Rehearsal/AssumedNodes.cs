using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.Rehearsal;

/// <summary>
/// The nodes that run. Their number is the autoscaler's and not known here: it is taken to be within the limits of the fleet, which warning
/// <c>W006</c> asks for before a limit changes.
/// </summary>
internal static class AssumedNodes
{
    private const string Scaling = "scaling_config";
    private const string Desired = "desired_size";

    /// <summary>Brings the number of nodes of the managed node groups of an account within the limits that a fleet sets.</summary>
    /// <param name="account">The account.</param>
    /// <param name="fleet">The fleet, with its original names.</param>
    public static void Assume(PretendedAccount account, FleetSpec fleet)
    {
        foreach (var (name, cluster) in fleet.Clusters)
        {
            foreach (var (groupName, group) in cluster.NodeGroups)
            {
                var nameInAws = FleetNames.NodeGroup(fleet, cluster, groupName);
                var running = account
                    .Of("aws_eks_node_group")
                    .SingleOrDefault(each => each.Value["cluster_name"] == name && each.Value["node_group_name"] == nameInAws);
                if (
                    running is not null
                    && Nodes(running.Value) is { } nodes
                    && Math.Clamp(nodes, group.MinSize, group.MaxSize) is var allowed
                    && allowed != nodes
                )
                {
                    account.Put(running with { Value = WithNodes(running.Value, allowed) });
                }
            }
        }
    }

    private static int? Nodes(ObjectValue group) => group.At(Scaling, Desired) is NumberValue { Value: var nodes } ? (int)nodes : null;

    private static ObjectValue WithNodes(ObjectValue group, int nodes) =>
        group.With([new(Scaling, Value.List(((ObjectValue)group[Scaling].Elements.Single()).With([new(Desired, nodes)])))]);
}
