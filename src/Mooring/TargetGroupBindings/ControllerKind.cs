using System.Text.Json.Serialization;

namespace Mooring.TargetGroupBindings;

/// <summary>Which controller registers the targets of a cluster's TargetGroupBindings. Each has a custom resource definition of its own.</summary>
public enum ControllerKind
{
    /// <summary>The AWS Load Balancer Controller, which runs in the cluster: <c>elbv2.k8s.aws/v1beta1</c>.</summary>
    [JsonStringEnumMemberName("aws-load-balancer-controller")]
    AwsLoadBalancerController,

    /// <summary>The one that EKS Auto Mode brings with it and runs outside the cluster: <c>eks.amazonaws.com/v1</c>.</summary>
    [JsonStringEnumMemberName("auto-mode")]
    AutoMode,
}
