using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.ArgoCd.Clusters;

/// <summary>
/// What Argo CD writes to the Secret of a cluster that a user refreshes or edits: all of its data again, with <c>config</c> in the order of Go's types.
/// </summary>
/// <seealso href="https://github.com/argoproj/argo-cd/blob/master/util/db/cluster.go"/>
internal static class ClusterSecretWriter
{
    /// <summary>The order of <c>ClusterConfig</c> in <c>pkg/apis/application/v1alpha1/types.go</c>.</summary>
    private static readonly string[] s_config =
    [
        "username",
        "password",
        "bearerToken",
        "tlsClientConfig",
        "awsAuthConfig",
        "execProviderConfig",
        "disableCompression",
        "proxyUrl",
    ];

    private static readonly string[] s_tls = ["insecure", "serverName", "certData", "keyData", "caData"];
    private static readonly string[] s_aws = ["clusterName", "roleARN", "profile"];

    private static readonly string[] s_others = ["project", "shard"];

    /// <summary>Go escapes these three characters, too.</summary>
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the Secret of a cluster as a refresh of the cluster's cache does.</summary>
    public static void Refresh(PretendedAccount account, ClusterSecret secret)
    {
        var data = new Dictionary<string, Value>
        {
            ["name"] = secret.Name.Length > 0 ? secret.Name : secret.Server,
            ["server"] = secret.Server,
            ["config"] = Marshal(secret.Data.GetValueOrDefault("config") ?? "{}"),
        };
        if (secret.Namespaces.Count > 0)
        {
            data["namespaces"] = string.Join(',', secret.Namespaces);
        }

        if (secret.ClusterResources)
        {
            data["clusterResources"] = "true";
        }

        foreach (var name in s_others.Where(name => secret.Data.GetValueOrDefault(name) is { Length: > 0 }))
        {
            data[name] = secret.Data[name];
        }

        var annotations = ((ObjectValue)Value.Object(secret.Annotations.Select(each => KeyValuePair.Create(each.Key, (Value)each.Value)))).With([
            new("managed-by", "argocd.argoproj.io"),
            new("argocd.argoproj.io/refresh", "2026-01-01T00:00:00Z"),
        ]);
        var written = ValuePath.Set(ValuePath.Set(secret.Secret.Value, "metadata.annotations", annotations), "data", Value.Object(data));
        account.Put(secret.Secret with { Value = (ObjectValue)written });
    }

    /// <summary>A <c>config</c> as Go writes it: keys in the order of the types, empty ones left out, and what is not known is lost.</summary>
    public static string Marshal(string config)
    {
        var json = JsonNode.Parse(config)?.AsObject() ?? [];
        var tls = json["tlsClientConfig"] as JsonObject ?? [];
        var ordered = Ordered(json, s_config);
        // A bool that is not omitted when it is false.
        ordered["tlsClientConfig"] = Ordered(tls, s_tls, "insecure");
        if (json["awsAuthConfig"] is JsonObject aws)
        {
            ordered["awsAuthConfig"] = Ordered(aws, s_aws);
        }

        return Ordered(ordered, s_config)
            .ToJsonString(s_json)
            .Replace("&", "\\u0026", StringComparison.Ordinal)
            .Replace("<", "\\u003c", StringComparison.Ordinal)
            .Replace(">", "\\u003e", StringComparison.Ordinal);
    }

    private static JsonObject Ordered(JsonObject json, string[] names, string? always = null) =>
        new(
            names
                .Select(name => KeyValuePair.Create(name, json[name]?.DeepClone() ?? (name == always ? false : null)))
                .Where(each => each.Key == always || (each.Value is not null && each.Value.ToJsonString() is not ("\"\"" or "false")))
        );
}
