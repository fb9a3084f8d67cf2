using System.Text.Json.Nodes;

namespace Mooring.StandIns.ArgoCd.Manifests;

/// <summary>A project: what its Applications may install.</summary>
/// <param name="Name">Its name.</param>
/// <param name="SourceRepos">Repositories that they may install from; <c>*</c> is any.</param>
/// <param name="ClusterResources">Groups and kinds of cluster-scoped resources: <c>rbac.authorization.k8s.io/*</c>.</param>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/user-guide/projects/"/>
internal sealed record AppProject(string Name, IReadOnlyList<string> SourceRepos, IReadOnlyList<string> ClusterResources)
{
    /// <summary>The project that Argo CD creates when it is installed.</summary>
    public static AppProject Default { get; } = new("default", ["*"], ["*/*"]);

    /// <summary>Reads a manifest.</summary>
    public static AppProject Of(JsonObject manifest) =>
        new(
            manifest.TextAt("metadata", "name")!,
            [.. manifest.ListAt("spec", "sourceRepos").Select(each => $"{each}")],
            [.. manifest.ListAt("spec", "clusterResourceWhitelist").Select(each => $"{each.TextAt("group")}/{each.TextAt("kind")}")]
        );

    /// <summary>Whether Applications may install from a repository.</summary>
    public bool AllowsSource(string repository) => SourceRepos.Contains("*") || SourceRepos.Contains(repository);

    /// <summary>Whether Applications may install a cluster-scoped resource.</summary>
    public bool AllowsClusterResource(string group, string kind) =>
        ClusterResources.Contains("*/*") || ClusterResources.Contains($"{group}/*") || ClusterResources.Contains($"{group}/{kind}");
}
