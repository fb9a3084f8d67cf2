namespace Mooring.Fleet;

/// <summary>Defines the Argo CD that clusters are registered with.</summary>
public sealed record ArgoCdSpec
{
    /// <summary>Name of the root cluster: the cluster of this fleet where Argo CD runs.</summary>
    public required string Cluster { get; init; }

    /// <summary>Namespace where Argo CD runs and looks for cluster Secrets.</summary>
    /// <value>Defaults to <c>argocd</c>.</value>
    public string Namespace { get; init; } = "argocd";

    /// <summary>
    /// ARN of the role of the <see href="https://docs.aws.amazon.com/eks/latest/userguide/argocd.html">EKS Capability for Argo CD</see>, where EKS
    /// runs Argo CD: clusters are registered by their ARNs, and have an access entry for this role.
    /// </summary>
    /// <value>Defaults to none: you run Argo CD yourself; it has a role in the root cluster, and assumes one in each cluster.</value>
    public string? CapabilityRole { get; init; }

    /// <summary>The directory that Argo CD reads from Git, which <c>dotnet run -- gitops</c> writes.</summary>
    /// <value>Defaults to none: that command cannot be used.</value>
    public GitOpsSpec? GitOps { get; init; }
}
