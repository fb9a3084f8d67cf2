using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Tests.ArgoCd;

/// <summary>The Secret of a cluster, as Mooring's registration writes it.</summary>
/// <param name="Cluster">Name of the cluster.</param>
internal sealed record Registration(string Cluster)
{
    /// <summary>Name of the Secret.</summary>
    public string SecretName { get; init; } = $"shop-{Cluster}";

    /// <summary>What Argo CD calls the cluster.</summary>
    public string Name { get; init; } = $"shop-{Cluster}";

    /// <summary>The API server.</summary>
    public string Server { get; init; } = $"https://{Cluster}.example.com";

    /// <summary>The label that asks for the controller and the bindings.</summary>
    public string Enabled { get; init; } = "true";

    /// <summary>What happens when the Application is removed.</summary>
    public string OnRemoval { get; init; } = "keep";

    /// <summary>Version of the controller's chart.</summary>
    public string ChartVersion { get; init; } = "3.5.0";

    /// <summary>ARN of the controller's role.</summary>
    public string RoleArn { get; init; } = "arn:aws:iam::111122223333:role/blue";

    /// <summary>The bindings, JSON.</summary>
    public string Bindings { get; init; } = $"[{Binding("web")}]";

    /// <summary>The namespaces that Argo CD is confined to.</summary>
    public string Namespaces { get; init; } = "";

    /// <summary>Whether it manages cluster-scoped resources all the same.</summary>
    public bool ClusterResources { get; init; }

    /// <summary>How Argo CD connects, JSON.</summary>
    public string Config { get; init; } = "{}";

    /// <summary>Whether the Secret has annotations.</summary>
    public bool HasAnnotations { get; init; } = true;

    /// <summary>An annotation that is missing.</summary>
    public string Without { get; init; } = "";

    /// <summary>A binding, JSON.</summary>
    public static string Binding(string name, string targetType = "instance", int port = 80) =>
        $$"""
            { "name": "{{name}}", "namespace": "ingress-nginx", "targetType": "{{targetType}}", "targetGroupARN": "arn:{{name}}",
              "serviceRef": { "name": "nginx", "port": {{port}} } }
            """;

    /// <summary>The Secret in a root cluster.</summary>
    public RemoteObject In(string root) =>
        new(
            "kubernetes_secret",
            root,
            (ObjectValue)
                Value.Object([
                    new("id", $"argocd/{SecretName}"),
                    new(
                        "metadata",
                        Value.List(Value.Object([new("name", SecretName), new("namespace", "argocd"), new("labels", Labels), new("annotations", Annotations)]))
                    ),
                    new("data", Data),
                ])
        );

    private Value Labels => Map(("argocd.argoproj.io/secret-type", "cluster"), ("aws-lb-controller/enabled", Enabled), ("aws-lb-controller/fleet", "shop"));

    private Value Annotations =>
        !HasAnnotations
            ? Value.Null
            : Map([
                .. new[]
                {
                    ("application", $"shop-{SecretName["shop-".Length..]}"),
                    ("cluster-name", Cluster),
                    ("region", "eu-west-1"),
                    ("vpc-id", "vpc-0a1b2c3d4e5f60718"),
                    ("role-arn", RoleArn),
                    ("chart-version", ChartVersion),
                    ("controller-config", "{}"),
                    ("resources", "{}"),
                    ("bindings", Bindings),
                    ("on-removal", OnRemoval),
                }
                    .Where(each => each.Item1 != Without)
                    .Select(each => ($"aws-lb-controller/{each.Item1}", each.Item2)),
            ]);

    private Value Data =>
        Map([
            ("name", Name),
            ("server", Server),
            ("config", Config),
            .. Namespaces.Length > 0 ? [("namespaces", Namespaces)] : Array.Empty<(string, string)>(),
            .. ClusterResources ? [("clusterResources", "true")] : Array.Empty<(string, string)>(),
        ]);

    private static Value Map(params (string Key, string Value)[] entries) =>
        Value.Object(entries.Select(each => KeyValuePair.Create(each.Key, (Value)each.Value)));
}
