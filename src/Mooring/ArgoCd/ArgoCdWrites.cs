namespace Mooring.ArgoCd;

/// <summary>
/// Keys that Argo CD itself writes to a cluster's Secret: when a user refreshes, edits or rotates a cluster in its UI or CLI, and when it labels
/// clusters with their version. Terraform ignores these keys.
/// </summary>
/// <seealso href="https://github.com/argoproj/argo-cd/blob/master/util/db/cluster.go"/>
internal static class ArgoCdWrites
{
    /// <summary>The label that it updates where <c>argocd.argoproj.io/auto-label-cluster-info</c> is set.</summary>
    public const string KubernetesVersionLabel = "argocd.argoproj.io/kubernetes-version";

    /// <summary>The annotations that it writes: who manages the Secret, and when a refresh was requested.</summary>
    public static IReadOnlyList<string> Annotations { get; } = ["managed-by", "argocd.argoproj.io/refresh"];

    /// <summary>The same as Terraform addresses them in a <c>kubernetes_secret</c>.</summary>
    public static IReadOnlyList<string> Addresses { get; } =
    [.. Annotations.Select(key => $"""metadata[0].annotations["{key}"]"""), $"""metadata[0].labels["{KubernetesVersionLabel}"]"""];

    /// <summary>It also writes an empty connection where the Secret has none.</summary>
    public const string ConfigAddress = """data["config"]""";
}
