namespace Mooring.Fleet;

/// <summary>
/// Defines a binding: a Service of this cluster gets traffic from a load balancer, through a target group of the binding, one that the load
/// balancer declares, or an existing one.
/// </summary>
[ListKey("name", "loadBalancer")]
public sealed record BindingSpec
{
    /// <summary>Name of the load balancer. Either this or <see cref="ExistingTargetGroup"/>.</summary>
    /// <value>Defaults to none.</value>
    public string? LoadBalancer { get; init; }

    /// <summary>Name of the binding, unique in its cluster.</summary>
    /// <value>Defaults to the load balancer's name.</value>
    public string? Name { get; init; }

    /// <summary>
    /// The first name that the binding had in this file, also by default, where it has another one now. It keeps its target group and its
    /// TargetGroupBinding, and so its targets. Leave it here as long as the binding exists: without it both are replaced, and the new target group has no
    /// targets at first.
    /// </summary>
    /// <value>Defaults to none: it has its first name.</value>
    public string? Renamed { get; init; }

    /// <summary>The Service.</summary>
    public required ServiceSpec Service { get; init; }

    /// <summary>Name of one of the load balancer's own <c>targetGroups</c>, which takes the place of <see cref="TargetGroup"/>.</summary>
    /// <value>Defaults to none: the binding has its own target group.</value>
    public string? TargetGroupRef { get; init; }

    /// <summary>A target group that exists outside the fleet; no load balancer of the fleet forwards to it.</summary>
    /// <value>Defaults to none.</value>
    public ExistingTargetGroupSpec? ExistingTargetGroup { get; init; }

    /// <summary>The target group.</summary>
    /// <value>Defaults to nodes, over HTTP, with a health check of the path <c>/</c>.</value>
    public TargetGroupSpec TargetGroup { get; init; } = new();

    /// <summary>
    /// Who registers targets: the controller, or the Auto Scaling groups of the cluster's self-managed node groups, which
    /// register every node on the target group's port.
    /// </summary>
    /// <value>Defaults to <c>controller</c>.</value>
    public RegisterBy RegisterBy { get; init; } = RegisterBy.Controller;

    /// <summary>How the TargetGroupBinding refers to its target group; <c>name</c> needs controller 2.11.0, and no lookup.</summary>
    /// <value>Defaults to <c>arn</c>.</value>
    public TargetGroupReference Reference { get; init; } = TargetGroupReference.Arn;

    /// <summary>Which nodes are registered; not with target type <c>ip</c>. <c>{}</c> is every node, hybrid ones included.</summary>
    /// <value>Defaults to those without the label <c>exclude-from-lb-targetgroups</c>, and without hybrid nodes.</value>
    public NodeSelectorSpec? NodeSelector { get; init; }

    /// <summary>
    /// What the controller opens in the security groups of the targets. Terraform then opens nothing for this binding, and the
    /// controller's role may change the cluster's security groups.
    /// </summary>
    /// <value>Defaults to none: Terraform adds the security-group rule that allows the load balancer's traffic.</value>
    public NetworkingSpec? Networking { get; init; }

    /// <summary><see cref="Name"/>, or what it defaults to.</summary>
    internal string EffectiveName => Name ?? LoadBalancer ?? string.Empty;
}
