using Constructs;
using Mooring.Clusters;
using Mooring.Errors;

namespace Mooring.ArgoCd;

/// <summary>
/// Argo CD is the one that EKS runs, the EKS Capability for Argo CD: it knows a cluster by its ARN, the one that it runs
/// for included, and reaches it with its capability's role (<see cref="CapabilityAccess"/>).
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/argocd-register-clusters.html"/>
public sealed record EksCapability : ClusterConnection
{
    /// <summary>ARN of the cluster.</summary>
    public required string ClusterArn { get; init; }

    internal override string Server => ClusterArn;

    internal override string? DefaultProject => "default";

    internal override string? Config(string eksClusterName) => null;

    internal override void Check(Construct construct) => Property.Require(construct, nameof(ClusterArn), EksLimits.ClusterArn(ClusterArn));
}
