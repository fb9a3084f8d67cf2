using Mooring.Limits;
using Mooring.Publishing;
using Mooring.TargetGroupBindings;

namespace Mooring.ArgoCd.GitOps;

/// <summary>
/// Writes the directory of a Git repository that Argo CD installs the AWS Load Balancer Controller and the TargetGroupBindings
/// from: the ApplicationSets, the chart of the bindings, and what holds them together. Nothing in it names a cluster, so that it
/// changes with Mooring's version and with these properties, and not with the fleet.
/// </summary>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/"/>
public static class GitOpsDirectory
{
    /// <summary>The most characters of what a cluster is called in the names of its Applications.</summary>
    public const int ApplicationLength = ArgoCdLimits.ApplicationLength;

    /// <summary>The folder of the chart.</summary>
    internal const string ChartFolder = "chart";

    /// <summary>The template of the namespaces, in the chart of the bindings.</summary>
    private const string NamespacesFile = $"{ChartFolder}/templates/namespaces.yaml";

    /// <summary>The controller's release with nothing chosen, to choose something with <c>with { … }</c>.</summary>
    public static ControllerReleaseProps Controller { get; } =
        new()
        {
            ClusterName = ClusterValue.ClusterName.Placeholder,
            Region = ClusterValue.Region.Placeholder,
            VpcId = ClusterValue.VpcId.Placeholder,
        };

    /// <summary>The directory's files: their paths in it, separated by <c>/</c>, and their texts.</summary>
    /// <exception cref="ArgumentException">A property is outside Kubernetes' or Argo CD's limits.</exception>
    public static IReadOnlyDictionary<string, string> Files(GitOpsDirectoryProps props)
    {
        Limit.Require(nameof(props.Fleet), ArgoCdLimits.Fleet(props.Fleet));
        Limit.Require(nameof(props.RepoUrl), ArgoCdLimits.RepoUrl(props.RepoUrl));
        Limit.Require(nameof(props.Path), ArgoCdLimits.RepositoryPath(props.Path));
        Limit.Require(nameof(props.TargetRevision), ArgoCdLimits.TargetRevision(props.TargetRevision));
        Limit.Require(nameof(props.Project), KubernetesLimits.DnsSubdomain(props.Project));
        Limit.Require(nameof(props.Namespace), KubernetesLimits.DnsLabel(props.Namespace));

        Limit.Require(nameof(props.CreateProject), ArgoCdLimits.CreateProject(props.CreateProject, props.Project));

        var sets = ApplicationSets.Of(props);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [HealthCheck.File] = HealthCheck.Of(props),
            [GitOpsReadme.File] = GitOpsReadme.Of(props),
        };
        foreach (var set in sets)
        {
            files[set.File] = set.Write(props);
        }

        if (props.CreateProject)
        {
            files[ProjectManifest.File] = ProjectManifest.Of(props);
        }

        files["kustomization.yaml"] = Kustomization([.. props.CreateProject ? [ProjectManifest.File] : Array.Empty<string>(), .. sets.Select(set => set.File)]);

        var chart = ShippedChart.FolderOf(props.HasAutoMode ? TargetGroupBindingRelease.AutoModeChartName : TargetGroupBindingRelease.ChartName);
        foreach (var file in Directory.EnumerateFiles(chart, "*", SearchOption.AllDirectories))
        {
            files[$"{ChartFolder}/{Path.GetRelativePath(chart, file).Replace('\\', '/')}"] = File.ReadAllText(file).ReplaceLineEndings("\n");
        }

        if (props.HasCreatedNamespaces)
        {
            files[NamespacesFile] = File.ReadAllText(Path.Combine(ShippedChart.FolderOf(NamespaceRelease.Name), "templates", "namespaces.yaml"))
                .ReplaceLineEndings("\n");
        }

        return files;
    }

    /// <summary>
    /// Writes the files into a directory. What else is in there stays, but for files that an earlier call wrote and this one does
    /// not. A failure leaves the files of the last call. What a call that was killed has written in part, the next one puts back first.
    /// </summary>
    /// <exception cref="ArgumentException">A property is outside Kubernetes' or Argo CD's limits; nothing is written.</exception>
    /// <exception cref="UnfinishedPublicationException">The directory is written in part; the next call puts it back.</exception>
    /// <exception cref="IOException">The directory cannot be written to; it is unchanged.</exception>
    public static void Write(string directory, GitOpsDirectoryProps props) => Write(directory, props, DiskFileSystem.Instance);

    /// <summary>Writes the files into a directory of a file system.</summary>
    internal static void Write(string directory, GitOpsDirectoryProps props, IFileSystem files) => OwnFiles.Write(directory, Files(props), files);

    private static string Kustomization(IEnumerable<string> resources) =>
        $"""
            # Written by Mooring. The chart is no resource of its own: an ApplicationSet names it.
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources:
            {string.Join('\n', resources.Select(resource => $"  - {resource}"))}

            """;
}
