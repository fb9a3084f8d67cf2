namespace Mooring.TargetGroupBindings;

/// <summary>
/// What the controller adds to the security groups of nodes or pods, so that the load balancer reaches its targets. Without
/// it the controller adds nothing, and the rules are Terraform's to make.
/// </summary>
/// <seealso href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/targetgroupbinding/targetgroupbinding/"/>
public sealed record TargetGroupBindingNetworking
{
    /// <summary>The traffic that may reach the targets, at least one rule.</summary>
    public required IReadOnlyList<NetworkingIngressRule> Ingress { get; init; }
}
