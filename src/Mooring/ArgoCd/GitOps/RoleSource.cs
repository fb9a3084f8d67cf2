namespace Mooring.ArgoCd.GitOps;

/// <summary>Where the controllers' service accounts have their roles from.</summary>
public enum RoleSource
{
    /// <summary>The service account names its role (IRSA): every cluster's Secret has the annotation <see cref="ClusterAnnotations.RoleArn"/>.</summary>
    ServiceAccount,

    /// <summary>EKS Pod Identity: no Secret needs the annotation, and none is read.</summary>
    PodIdentity,

    /// <summary>A cluster whose Secret has the annotation uses IRSA, any other EKS Pod Identity.</summary>
    PerCluster,
}
