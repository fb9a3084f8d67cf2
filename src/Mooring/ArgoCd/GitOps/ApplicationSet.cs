using Mooring.Identity;

namespace Mooring.ArgoCd.GitOps;

/// <summary>What the two ApplicationSets have in common: one Application for each cluster with the label.</summary>
internal sealed record ApplicationSet
{
    /// <summary>What it does, a comment at its top.</summary>
    public required string Comment { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its wave, where the directory itself is an Application.</summary>
    public required int SyncWave { get; init; }

    /// <summary>What the names of its Applications begin with.</summary>
    public required string Prefix { get; init; }

    /// <summary>What it takes from a cluster's Secret.</summary>
    public required IReadOnlyList<ClusterValue> Values { get; init; }

    /// <summary>The Applications' <c>source</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The Applications' <c>syncPolicy</c>.</summary>
    public required string SyncPolicy { get; init; }

    /// <summary>What else is in the Applications' <c>spec</c>.</summary>
    public string Rest { get; init; } = string.Empty;

    /// <summary>The manifest.</summary>
    public string Write(GitOpsDirectoryProps props) =>
        $$$"""
            # {{{Comment}}}
            #
            # Written by Mooring. Nothing in here names a cluster: what differs between clusters is in the annotations of their
            # Secrets, which Terraform writes.
            apiVersion: argoproj.io/v1alpha1
            kind: ApplicationSet
            metadata:
              name: {{{Name}}}
              namespace: {{{props.Namespace}}}
              annotations:
                # The controller comes before the bindings, and goes after them: it has to deregister their targets.
                argocd.argoproj.io/sync-wave: "{{{SyncWave}}}"
            spec:
              goTemplate: true
              goTemplateOptions: ["missingkey=error"]
              generators:
                - clusters:
                    selector:
                      matchLabels:
                        aws-lb-controller/enabled: "true"
                    # A Secret without an annotation that is needed is an error, which names the cluster. Until it is put right, no
                    # Application of this set is created, changed or removed.
                    values:
            {{{Yaml.Indent(string.Join('\n', Values.Select(value => $"{value.Name}: '{value.Template}'")), 10)}}}
              syncPolicy:
                preserveResourcesOnDeletion: false
              template:
                metadata:
                  name: '{{{Prefix}}}{{{ClusterValue.Application.Placeholder}}}'
                  namespace: {{{props.Namespace}}}
                spec:
                  project: {{{Yaml.Write(props.Project)}}}
                  destination:
                    name: '{{ .name }}'
                    namespace: {{{ControllerRole.ServiceAccount.Namespace}}}
                  source:
            {{{Yaml.Indent(Source, 8)}}}
                  syncPolicy:
            {{{Yaml.Indent(SyncPolicy, 8)}}}{{{Rest}}}

            """;
}
