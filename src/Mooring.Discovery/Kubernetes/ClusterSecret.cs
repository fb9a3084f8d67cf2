namespace Mooring.Discovery.Kubernetes;

/// <summary>A Secret by which Argo CD knows a cluster, without its credentials.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Server">URL of the cluster's API server; empty where the Secret has none.</param>
internal sealed record ClusterSecret(string Namespace, string Name, string Server)
{
    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Its annotations, without kubectl's copy of the Secret.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();
}
