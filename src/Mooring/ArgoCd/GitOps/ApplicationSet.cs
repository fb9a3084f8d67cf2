using Mooring.Identity;

namespace Mooring.ArgoCd.GitOps;

/// <summary>An ApplicationSet: one Application for each cluster of the fleet whose Secret asks for it.</summary>
internal sealed record ApplicationSet
{
    /// <summary>Name of its file.</summary>
    public required string File { get; init; }

    /// <summary>What it does, a comment at its top.</summary>
    public required string Comment { get; init; }

    /// <summary>Its name, without the fleet's.</summary>
    public required string Name { get; init; }

    /// <summary>Its wave, where the directory itself is an Application.</summary>
    /// <value>Defaults to none.</value>
    public int? SyncWave { get; init; }

    /// <summary>Which clusters it is for, by their controller.</summary>
    /// <value>Defaults to all of them.</value>
    public ClusterSelection Clusters { get; init; }

    /// <summary>What the names of its Applications begin with.</summary>
    public required string Prefix { get; init; }

    /// <summary>What it takes from a cluster's Secret.</summary>
    public required IReadOnlyList<ClusterValue> Values { get; init; }

    /// <summary>The Applications' sources, one or more.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Whether an Application may have no resources: Argo CD otherwise does not remove the last one.</summary>
    public bool AllowEmpty { get; init; }

    /// <summary>What else is in the Applications' <c>spec</c>.</summary>
    /// <value>Defaults to nothing.</value>
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
              name: {{{props.Fleet}}}-{{{Name}}}
              namespace: {{{Yaml.Write(props.Namespace)}}}{{{Wave}}}
            spec:
              goTemplate: true
              goTemplateOptions: ["missingkey=error"]
              generators:
                - clusters:
                    selector:
                      matchLabels:
                        {{{ClusterLabels.Enabled}}}: "true"
                        {{{ClusterLabels.Fleet}}}: {{{Yaml.Write(props.Fleet)}}}{{{Expression}}}
                    # A Secret without an annotation stops only its own cluster: the chart of the bindings, or that of the
                    # controller, fails on it.
                    values:
            {{{Yaml.Indent(string.Join('\n', AllValues.Select(value => $"{value.Name}: '{value.Template}'")), 10)}}}
              syncPolicy:
                # A cluster that leaves Argo CD keeps its controller and its bindings, unless its Secret has asked for their removal.
                preserveResourcesOnDeletion: true
              templatePatch: |
                metadata:
                  finalizers: {{ if eq .values.onRemoval "delete" }}["resources-finalizer.argocd.argoproj.io"]{{ else }}[]{{ end }}
              template:
                metadata:
                  name: '{{{Prefix}}}{{{ClusterValue.Application.Placeholder}}}'
                  namespace: {{{Yaml.Write(props.Namespace)}}}
                spec:
                  project: {{{Yaml.Write(props.Project)}}}
                  destination:
                    # Not by name: two clusters of one name would lose the Applications of both.
                    server: '{{ .server }}'
                    namespace: {{{ControllerRole.ServiceAccount.Namespace}}}
            {{{Yaml.Indent(SourceText, 6)}}}
                  syncPolicy:
                    automated:
                      prune: true
                      selfHeal: true{{{(AllowEmpty ? "\n          # A cluster's last binding may go.\n          allowEmpty: true" : string.Empty)}}}
                    # A retry repeats the values that the sync began with, so a correction arrives only after the last one, some
                    # eight minutes later. `argocd app terminate-op` ends the retries.
                    retry:
                      limit: 5
                      backoff:
                        duration: 10s
                        factor: 2
                        maxDuration: 3m
                    syncOptions:
                      - CreateNamespace=true
                      - PruneLast=true
                      - SkipDryRunOnMissingResource=true{{{Rest}}}

            """;

    private IEnumerable<ClusterValue> AllValues => [ClusterValue.ErrorOf(Values), .. Values, ClusterValue.OnRemoval];

    private string Expression =>
        Clusters switch
        {
            ClusterSelection.WithController => MatchExpression("NotIn"),
            ClusterSelection.BindingsOnly => MatchExpression("In"),
            _ => string.Empty,
        };

    private string Wave =>
        SyncWave is { } wave
            ? $"\n  annotations:\n    # The controller comes before the bindings, and goes after them.\n    argocd.argoproj.io/sync-wave: \"{wave}\""
            : string.Empty;

    private string SourceText => Sources.Count == 1 ? $"source:\n{Yaml.Indent(Sources[0], 2)}" : $"sources:\n{string.Join('\n', Sources.Select(Entry))}";

    private static string MatchExpression(string matches) =>
        $$"""

                      matchExpressions:
                        - { key: {{ClusterLabels.InstallController}}, operator: {{matches}}, values: ["false"] }
            """;

    private static string Entry(string source) => $"  - {Yaml.Indent(source, 4)[4..]}";
}
