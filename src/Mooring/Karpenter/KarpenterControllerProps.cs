using Mooring.Clusters;
using Mooring.Iam;
using Mooring.Identity;

namespace Mooring.Karpenter;

/// <summary>Properties of a <see cref="KarpenterController"/>.</summary>
public sealed record KarpenterControllerProps
{
    /// <summary>The cluster.</summary>
    public required ICluster Cluster { get; init; }

    /// <summary>Name of the cluster in EKS, which the policy names.</summary>
    public required string EksClusterName { get; init; }

    /// <summary>Region of the cluster, outside of which Karpenter may do nothing.</summary>
    public required string Region { get; init; }

    /// <summary>Name of the role, which is created.</summary>
    public required string RoleName { get; init; }

    /// <summary>ARN of the role that Karpenter may give to nodes, and no other.</summary>
    public required string NodeRoleArn { get; init; }

    /// <summary>ARN of the queue that Karpenter reads.</summary>
    public required string QueueArn { get; init; }

    /// <summary>Namespace that Karpenter is installed in.</summary>
    /// <value>Defaults to <c>kube-system</c>.</value>
    public string Namespace { get; init; } = "kube-system";

    /// <summary>How the service account gets the role.</summary>
    /// <value>Defaults to <see cref="WorkloadIdentity.Irsa"/>.</value>
    public WorkloadIdentity Identity { get; init; } = WorkloadIdentity.Irsa;

    /// <summary>The cluster's OIDC provider, required for <see cref="WorkloadIdentity.Irsa"/>.</summary>
    /// <value>Defaults to none.</value>
    public IOidcProvider? OidcProvider { get; init; }

    /// <summary>Settings for every role of the organization.</summary>
    /// <value>Defaults to none.</value>
    public RoleSettings RoleSettings { get; init; } = new();
}
