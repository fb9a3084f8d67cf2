using HashiCorp.Cdktf;

namespace Mooring.ArgoCd;

/// <summary>Properties of a <see cref="ClusterRegistration"/>.</summary>
public sealed record ClusterRegistrationProps
{
    /// <summary>Name of the Secret. The article calls it <c>cluster-&lt;cluster&gt;</c>.</summary>
    public required string SecretName { get; init; }

    /// <summary>Namespace where Argo CD runs and looks for cluster Secrets.</summary>
    /// <value>Defaults to <c>argocd</c>.</value>
    public string Namespace { get; init; } = "argocd";

    /// <summary>The kubernetes provider of the root cluster.</summary>
    /// <value>Defaults to the stack's kubernetes provider without an alias.</value>
    public TerraformProvider? Provider { get; init; }

    /// <summary>What Argo CD calls the cluster.</summary>
    public required string ClusterName { get; init; }

    /// <summary>Name of the cluster in EKS, which tokens are asked for.</summary>
    /// <value>Defaults to <see cref="ClusterName"/>.</value>
    public string? EksClusterName { get; init; }

    /// <summary>URL of the cluster's API server.</summary>
    public required string ClusterEndpoint { get; init; }

    /// <summary>Certificate of the authority that its API server's certificate is from, PEM in Base64.</summary>
    public required string ClusterCertificateAuthorityData { get; init; }

    /// <summary>ARN of the role that Argo CD assumes to reach the cluster.</summary>
    public required string AccessRoleArn { get; init; }

    /// <summary>Value of the label <c>environment</c>.</summary>
    public required string Environment { get; init; }

    /// <summary>Whether Argo CD installs the AWS Load Balancer Controller and the bindings: the label <c>aws-lb-controller/enabled</c>.</summary>
    public required bool ControllerEnabled { get; init; }

    /// <summary>
    /// The part of a target group's ARN after the last colon, <c>targetgroup/&lt;name&gt;/&lt;id&gt;</c>, which becomes the labels
    /// <c>aws-lb-controller/targetgroup-name</c> and <c>aws-lb-controller/targetgroup-id</c>.
    /// </summary>
    /// <value>Defaults to none: the Secret has neither label.</value>
    public string? TargetGroupArnSuffix { get; init; }
}
