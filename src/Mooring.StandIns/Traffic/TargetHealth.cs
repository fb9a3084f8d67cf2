using Mooring.StandIns.Clusters;
using Mooring.StandIns.Controller;
using Mooring.StandIns.Remote;

namespace Mooring.StandIns.Traffic;

/// <summary>
/// Which target groups have targets that answer: those that a controller has registered and whose nodes still run, and those of Auto Scaling groups. Pods
/// are taken to be ready, and a target to be healthy when it is registered: between two stacks there is time for its health checks.
/// </summary>
/// <param name="account">The account.</param>
public sealed class TargetHealth(PretendedAccount account)
{
    private const string ClusterTag = "kubernetes.io/cluster/";

    // Of a cluster whose nodes are not Terraform's, it is not known when they go.
    private readonly HashSet<string> _withNodes = new(StringComparer.Ordinal);

    /// <summary>The targets that answer, by the ARN of their group.</summary>
    internal ILookup<string, RegisteredTarget> Targets(IReadOnlyList<RemoteObject> objects)
    {
        var clusters = objects.Where(each => each.Type == "aws_eks_cluster").Select(each => $"{each.Value["name"].Text}").ToHashSet();
        var nodes = NodesOf(objects).ToHashSet();
        _withNodes.UnionWith(nodes);
        return account
            .Targets()
            .Where(target => clusters.Contains(target.Cluster) && (nodes.Contains(target.Cluster) || !_withNodes.Contains(target.Cluster)))
            .ToLookup(target => target.TargetGroupArn);
    }

    /// <summary>ARNs of the target groups that Auto Scaling groups register their instances in.</summary>
    internal static IReadOnlySet<string> AutoScaled(IReadOnlyList<RemoteObject> objects) =>
        objects
            .Where(each => each.Type == "aws_autoscaling_group")
            .SelectMany(group => group.Value["target_group_arns"].Elements)
            .Select(arn => $"{arn.Text}")
            .ToHashSet();

    /// <summary>Names of the clusters that have nodes of Terraform's.</summary>
    private static IEnumerable<string> NodesOf(IReadOnlyList<RemoteObject> objects) =>
        objects
            .Where(each => each.Type == "aws_eks_node_group")
            .Select(group => $"{group.Value["cluster_name"].Text}")
            .Concat(
                objects
                    .Where(each => each.Type == "aws_autoscaling_group")
                    .SelectMany(group => group.Value["tag"].Elements)
                    .Select(tag => $"{tag["key"].Text}")
                    .Where(key => key.StartsWith(ClusterTag, StringComparison.Ordinal))
                    .Select(key => key[ClusterTag.Length..])
            );
}
