namespace Mooring.Fleet;

/// <summary>
/// Defines an EKS cluster. Its name in AWS is its name in the fleet, and its roles are named after it: it must be the only
/// cluster of the name in its account.
/// </summary>
public sealed record ClusterSpec
{
    /// <summary>Kubernetes version of the control plane, such as <c>1.33</c>.</summary>
    /// <value>Defaults to the newest that EKS offers when the cluster is created.</value>
    public string? Version { get; init; }

    /// <summary>Ids of the subnets for the control plane's and the nodes' network interfaces: at least two.</summary>
    public required IReadOnlyList<string> Subnets { get; init; }

    /// <summary>Who installs the controller and the bindings.</summary>
    /// <value>Defaults to <c>helm</c>.</value>
    public Delivery Delivery { get; init; } = Delivery.Helm;

    /// <summary>Managed node groups, by name.</summary>
    /// <value>Defaults to none, as for a cluster whose nodes are Karpenter's.</value>
    public IReadOnlyDictionary<string, NodeGroupSpec> NodeGroups { get; init; } = new Dictionary<string, NodeGroupSpec>();

    /// <summary>
    /// Which of its Services take traffic from which load balancers. The target group of the first is the one that the
    /// labels of the cluster's Argo CD Secret name.
    /// </summary>
    /// <value>Defaults to none: the cluster has no controller.</value>
    public IReadOnlyList<BindingSpec> Bindings { get; init; } = [];
}
