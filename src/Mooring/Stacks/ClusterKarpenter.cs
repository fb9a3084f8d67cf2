using Mooring.Clusters;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Identity;
using Mooring.Karpenter;

namespace Mooring.Stacks;

/// <summary>Defines what Karpenter needs in a cluster.</summary>
internal sealed class ClusterKarpenter(ClusterStack stack, FleetSpec fleet, string clusterName)
{
    private readonly ClusterSpec _spec = fleet.Clusters[clusterName];

    /// <summary>Defines it in the cluster's stack.</summary>
    /// <param name="karpenter">What the fleet says of it.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="provider">The cluster's OIDC provider.</param>
    public void Define(KarpenterSpec karpenter, ICluster cluster, Lazy<IOidcProvider> provider)
    {
        var nodes = new KarpenterNodes(
            stack,
            "KarpenterNodes",
            new KarpenterNodesProps
            {
                Cluster = cluster,
                EksClusterName = clusterName,
                RoleName = FleetNames.KarpenterNodeRole(fleet, clusterName),
                SubnetIds = KarpenterTags.SubnetsOf(_spec, karpenter),
                SecurityGroupIds = _spec.NodeSecurityGroups,
                DiscoveryTag = karpenter.DiscoveryTag,
                RoleSettings = FleetStack.RolesOf(fleet),
            }
        );
        var queue = new InterruptionQueue(
            stack,
            "KarpenterQueue",
            new InterruptionQueueProps { QueueName = FleetNames.KarpenterQueue(clusterName), Tags = _spec.Tags }
        );
        var identity = ClusterController.KarpenterIdentity(fleet, clusterName);
        var controller = new KarpenterController(
            stack,
            "KarpenterController",
            new KarpenterControllerProps
            {
                Cluster = cluster,
                EksClusterName = clusterName,
                Region = FleetLocation.OfCluster(fleet, clusterName).Region,
                RoleName = FleetNames.KarpenterRole(fleet, clusterName),
                NodeRoleArn = nodes.RoleArn,
                QueueArn = queue.QueueArn,
                Namespace = karpenter.Namespace,
                Identity = identity,
                OidcProvider = identity == WorkloadIdentity.Irsa ? provider.Value : null,
                RoleSettings = FleetStack.RolesOf(fleet),
            }
        );
        stack.Output("karpenter_controller_role_arn", "ARN of the role of Karpenter's controller", controller.RoleArn);
        stack.Output("karpenter_node_role_name", "Name of the role of Karpenter's nodes, for node classes", nodes.RoleName);
        stack.Output("karpenter_interruption_queue", "Name of the queue that Karpenter reads", queue.QueueName);
    }
}
