namespace Mooring.ArgoCd;

/// <summary>
/// The cluster is the one that Argo CD runs in. Argo CD knows that cluster without a Secret, but only a Secret has labels for ApplicationSets to
/// select.
/// </summary>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Cluster/#deploying-to-the-local-cluster"/>
public sealed record InCluster : ClusterConnection
{
    internal override string Server => "https://kubernetes.default.svc";

    /// <summary>No credentials: Argo CD uses its own service accounts.</summary>
    internal override string Config(string eksClusterName) => """{"tlsClientConfig":{"insecure":false}}""";
}
