namespace Mooring.ArgoCd;

/// <summary>
/// What Argo CD itself writes onto a cluster's Secret: when somebody asks it to refresh, edits or rotates a cluster in its
/// UI or CLI, and when it labels clusters with their version. Terraform leaves these keys alone.
/// </summary>
/// <seealso href="https://github.com/argoproj/argo-cd/blob/master/util/db/cluster.go"/>
internal static class ArgoCdWrites
{
    /// <summary>The label it keeps up to date where the label <c>argocd.argoproj.io/auto-label-cluster-info</c> asks for it.</summary>
    public const string KubernetesVersionLabel = "argocd.argoproj.io/kubernetes-version";

    /// <summary>The annotations it writes: who keeps the Secret, and when a refresh was asked for.</summary>
    public static IReadOnlyList<string> Annotations { get; } = ["managed-by", "argocd.argoproj.io/refresh"];

    /// <summary>The same as Terraform addresses them in a <c>kubernetes_secret</c>.</summary>
    public static IReadOnlyList<string> Addresses { get; } =
    [.. Annotations.Select(key => $"""metadata[0].annotations["{key}"]"""), $"""metadata[0].labels["{KubernetesVersionLabel}"]"""];

    /// <summary>It also writes an empty connection where the Secret has none.</summary>
    public const string ConfigAddress = """data["config"]""";
}
