using System.Text.Json.Nodes;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.ArgoCd.Clusters;

/// <summary>A Secret that registers a cluster.</summary>
/// <param name="Secret">The <c>kubernetes_secret</c> in the root cluster.</param>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#clusters"/>
internal sealed record ClusterSecret(RemoteObject Secret)
{
    /// <summary>The label that makes a Secret one of a cluster.</summary>
    public const string TypeLabel = "argocd.argoproj.io/secret-type";

    /// <summary>Name of the Secret.</summary>
    public string SecretName => Secret.Value.At("metadata", "name").Text ?? string.Empty;

    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string> Labels => Texts(Secret.Value.At("metadata", "labels"));

    /// <summary>Its annotations.</summary>
    public IReadOnlyDictionary<string, string> Annotations => Texts(Secret.Value.At("metadata", "annotations"));

    /// <summary>Its data.</summary>
    public IReadOnlyDictionary<string, string> Data => Texts(Secret.Value["data"]);

    /// <summary>What Argo CD calls the cluster.</summary>
    public string Name => Data.GetValueOrDefault("name") ?? string.Empty;

    /// <summary>URL or ARN of the cluster.</summary>
    public string Server => (Data.GetValueOrDefault("server") ?? string.Empty).TrimEnd('/');

    /// <summary>Name that Argo CD requires in the certificate of the API server; <see langword="null"/> for that of <see cref="Server"/>.</summary>
    public string? ServerName => Config["tlsClientConfig"]?["serverName"]?.ToString();

    /// <summary>URL of the proxy to the API server, if any.</summary>
    public string? ProxyUrl => Config["proxyUrl"]?.ToString();

    /// <summary>The endpoint of the cluster, whatever leads there.</summary>
    public string Endpoint => ServerName is { } name ? $"https://{name}" : Server;

    /// <summary>How Argo CD connects.</summary>
    public JsonNode Config => JsonNode.Parse(Data.GetValueOrDefault("config") ?? "{}")!;

    /// <summary>The namespaces that Argo CD is confined to; none for all.</summary>
    public IReadOnlyList<string> Namespaces =>
        [.. (Data.GetValueOrDefault("namespaces") ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Whether Argo CD manages cluster-scoped resources in spite of <see cref="Namespaces"/>.</summary>
    public bool ClusterResources => Data.GetValueOrDefault("clusterResources") == "true";

    /// <summary>The Secrets of a root cluster that have the label, in the order in which they were created.</summary>
    public static IReadOnlyList<ClusterSecret> In(PretendedAccount account, string root, string space) =>
        [
            .. account
                .Of("kubernetes_secret")
                .Where(each => each.Scope == root && each.Value.At("metadata", "namespace").Text == space)
                .Select(each => new ClusterSecret(each))
                .Where(secret => secret.Labels.GetValueOrDefault(TypeLabel) == "cluster"),
        ];

    private static Dictionary<string, string> Texts(Value value) =>
        value is ObjectValue map ? map.Members.Where(each => each.Value.Text is not null).ToDictionary(each => each.Key, each => each.Value.Text!) : [];
}
