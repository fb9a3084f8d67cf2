namespace Mooring.Fleet;

/// <summary>Defines the Argo CD that clusters are registered with.</summary>
public sealed record ArgoCdSpec
{
    /// <summary>Name of the root cluster: the cluster of this fleet where Argo CD runs.</summary>
    public required string Cluster { get; init; }

    /// <summary>Namespace where Argo CD runs and looks for cluster Secrets.</summary>
    /// <value>Defaults to <c>argocd</c>.</value>
    public string Namespace { get; init; } = "argocd";
}
