namespace Mooring.TargetGroupBindings;

/// <summary>
/// Which nodes are targets: those whose labels meet all of it. The controller leaves out control plane and Fargate nodes,
/// and those excluded from external load balancers, in any case.
/// </summary>
/// <seealso href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/targetgroupbinding/targetgroupbinding/#nodeselector"/>
public sealed record NodeSelector
{
    /// <summary>
    /// Every node but those that have the label <see cref="TargetGroupBindingRelease.ExcludeNodeLabel"/>, and EKS hybrid nodes: the controller would
    /// register these under ids that Elastic Load Balancing does not know.
    /// </summary>
    /// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/pkg/networking/node_info_provider.go"/>
    public static NodeSelector NotExcluded { get; } =
        new()
        {
            MatchExpressions =
            [
                new NodeSelectorRequirement { Key = TargetGroupBindingRelease.ExcludeNodeLabel, Operator = NodeSelectorOperator.DoesNotExist },
                new NodeSelectorRequirement
                {
                    Key = "eks.amazonaws.com/compute-type",
                    Operator = NodeSelectorOperator.NotIn,
                    Values = ["hybrid"],
                },
            ],
        };

    /// <summary>Every node, hybrid ones included.</summary>
    public static NodeSelector All { get; } = new();

    /// <summary>Labels that a node must have, with their values.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> MatchLabels { get; init; } = new Dictionary<string, string>();

    /// <summary>What further labels of a node must be.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<NodeSelectorRequirement> MatchExpressions { get; init; } = [];

    /// <summary>Whether it has no requirement, so that a manifest does not need it.</summary>
    internal bool IsEmpty => MatchLabels.Count + MatchExpressions.Count == 0;
}
