using Mooring.TargetGroupBindings;

namespace Mooring.ArgoCd.GitOps;

/// <summary>The source of an Application that installs the TargetGroupBindings: the chart in the directory, with the bindings of the Secret.</summary>
internal static class BindingsSource
{
    /// <summary>What it takes from a cluster's Secret.</summary>
    public static IReadOnlyList<ClusterValue> Values(GitOpsDirectoryProps props) =>
        props.HasCreatedNamespaces ? [ClusterValue.Bindings, ClusterValue.Namespaces] : [ClusterValue.Bindings];

    /// <summary>The source.</summary>
    public static string Of(GitOpsDirectoryProps props) =>
        $$$"""
            repoURL: {{{Yaml.Write(props.RepoUrl)}}}
            path: {{{Yaml.Write(props.Path == "." ? GitOpsDirectory.ChartFolder : $"{props.Path}/{GitOpsDirectory.ChartFolder}")}}}
            targetRevision: {{{Yaml.Write(props.TargetRevision)}}}
            helm:
              releaseName: {{{TargetGroupBindingRelease.Name}}}
              values: |
                error: {{ .values.error | quote }}
                syncWave: 1
                # A JSON list, which is YAML all the same. An ARN is no label value, but an annotation holds it whole.
                bindings: {{{ClusterValue.Bindings.Placeholder}}}{{{(props.HasCreatedNamespaces ? NamespacesOf : string.Empty)}}}
            """;

    private static string NamespacesOf => $"\n    namespaces: {ClusterValue.Namespaces.Placeholder}";
}
