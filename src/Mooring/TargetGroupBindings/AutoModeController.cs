namespace Mooring.TargetGroupBindings;

/// <summary>
/// The load balancer controller of EKS Auto Mode. It has the permissions of the cluster's role, and AWS's policies bind them to a tag: it neither
/// registers targets with a target group without the tag nor takes them away.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-nlb.html"/>
/// <seealso href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEKSLoadBalancingPolicy.html"/>
/// <seealso href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonEKSServiceRolePolicy.html"/>
public static class AutoModeController
{
    /// <summary>Key of the tag of a target group. Its value is the name of the cluster.</summary>
    public const string ClusterTag = "eks:eks-cluster-name";

    /// <summary>API version of its TargetGroupBindings.</summary>
    internal const string ApiVersion = "eks.amazonaws.com/v1";

    /// <summary>API group of its resources.</summary>
    internal const string Group = "eks.amazonaws.com";

    /// <summary>The fields that its TargetGroupBindings have; <c>from</c> of <c>networking</c> it does not support.</summary>
    private static readonly HashSet<string> s_properties =
    [
        nameof(TargetGroupBinding.ServiceName),
        nameof(TargetGroupBinding.TargetGroupArn),
        nameof(TargetGroupBinding.TargetType),
        nameof(TargetGroupBinding.NodeSelector),
        nameof(TargetGroupBinding.MultiClusterTargetGroup),
    ];

    /// <summary>The fields of a binding that its TargetGroupBindings do not have.</summary>
    internal static IEnumerable<(string Property, string Fault)> Faults(TargetGroupBinding binding) =>
        TargetGroupBindingFields
            .All.Where(field => !s_properties.Contains(field.Property) && field.IsUsed(binding))
            .DistinctBy(field => field.Property)
            .Select(field => (field.Property, $"must be left out: TargetGroupBindings of EKS Auto Mode have no '{field.Name}'"));
}
