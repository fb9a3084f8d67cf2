namespace Mooring.ArgoCd.GitOps;

/// <summary>Writes the ApplicationSet that installs the TargetGroupBindings.</summary>
internal static class BindingsApplicationSet
{
    /// <summary>Name of its file.</summary>
    public const string File = "appset-targetgroupbindings.yaml";

    /// <summary>The ApplicationSet.</summary>
    public static string Of(GitOpsDirectoryProps props) =>
        new ApplicationSet
        {
            Comment =
                "Installs the TargetGroupBindings of every cluster whose Secret asks for it: the chart beside this file, with the\n"
                + "# bindings that Terraform wrote onto the Secret.",
            Name = "targetgroupbindings",
            SyncWave = 0,
            Prefix = ApplicationPrefixes.Bindings,
            Values = [ClusterValue.Application, ClusterValue.Bindings],
            Source = $"""
                repoURL: {Yaml.Write(props.RepoUrl)}
                path: {Yaml.Write(props.Path == "." ? GitOpsDirectory.ChartFolder : $"{props.Path}/{GitOpsDirectory.ChartFolder}")}
                targetRevision: {Yaml.Write(props.TargetRevision)}
                helm:
                  releaseName: targetgroupbindings
                  values: |
                    # A JSON list, which is YAML all the same. An ARN is no label value, but an annotation holds it whole.
                    bindings: {ClusterValue.Bindings.Placeholder}
                """,
            SyncPolicy = """
                automated:
                  prune: true
                  selfHeal: true
                  # A cluster's last binding may go; a missing annotation is an error and removes nothing.
                  allowEmpty: true
                # Until the controller is there, neither is its custom resource, nor the webhook that each binding passes. Argo CD
                # retries the values that it began with, so a correction arrives only after the last retry, some 15 minutes later.
                retry:
                  limit: 8
                  backoff:
                    duration: 10s
                    factor: 2
                    maxDuration: 3m
                syncOptions:
                  - CreateNamespace=true
                  - PruneLast=true
                  - SkipDryRunOnMissingResource=true
                """,
        }.Write(props);
}
