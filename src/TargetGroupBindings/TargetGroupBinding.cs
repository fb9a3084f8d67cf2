using Mooring.LoadBalancing;

namespace Mooring.TargetGroupBindings;

/// <summary>A TargetGroupBinding: which Service's nodes or pods are registered in which target group.</summary>
/// <seealso href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/targetgroupbinding/targetgroupbinding/"/>
public sealed record TargetGroupBinding
{
    /// <summary>Name of the TargetGroupBinding: 1 to 63 lower-case letters, digits and inner hyphens, unique in its namespace.</summary>
    /// <remarks>
    /// Let it change with <see cref="TargetGroupArn"/> and <see cref="TargetType"/>: Kubernetes refuses to change either.
    /// </remarks>
    public required string Name { get; init; }

    /// <summary>Namespace of the Service, and so of the TargetGroupBinding.</summary>
    public required string Namespace { get; init; }

    /// <summary>Name of the Service.</summary>
    public required string ServiceName { get; init; }

    /// <summary>Port of the Service, by its number, 1 to 65535, or by its name.</summary>
    public required ServicePort ServicePort { get; init; }

    /// <summary>ARN of the target group.</summary>
    public required string TargetGroupArn { get; init; }

    /// <summary>What is registered: nodes or pods. It must be the target group's.</summary>
    /// <value>Defaults to <see cref="TargetType.Instance"/>.</value>
    public TargetType TargetType { get; init; } = TargetType.Instance;
}
