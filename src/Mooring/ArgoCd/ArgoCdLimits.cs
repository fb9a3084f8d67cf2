using System.Text.RegularExpressions;
using Mooring.Limits;

namespace Mooring.ArgoCd;

/// <summary>What Argo CD accepts, and what its ApplicationSets require of a cluster's Secret.</summary>
/// <seealso cref="Limit"/>
internal static partial class ArgoCdLimits
{
    /// <summary>
    /// Length of an Application's name: it becomes a label of every resource that the Application installs, and would be truncated there.
    /// </summary>
    /// <seealso href="https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/"/>
    public const int ApplicationNameLength = 63;

    /// <summary>Length of the part of an Application's name that identifies the cluster: what remains beside the longer of the prefixes.</summary>
    public const int ApplicationLength = ApplicationNameLength - ApplicationPrefixes.Length;

    /// <summary>Length of a fleet's name in Argo CD.</summary>
    public const int FleetLength = 32;

    private const string PlainRegex = @"^(?!.*\{\{)\S+\z";
    private const string RepositoryPathRegex = @"^(\.|(?!([^/]*/)*\.\.?(/|\z))[0-9A-Za-z_.-]+(/[0-9A-Za-z_.-]+)*)\z";

    private const string AnnotationDomain = "aws-lb-controller/";

    private static readonly string[] s_ownLabels = ["environment", "argocd.argoproj.io/secret-type", ArgoCdWrites.KubernetesVersionLabel];
    private static readonly string[] s_ownAnnotations = [.. ArgoCdWrites.Annotations];

    /// <summary>The part of an Application's name that identifies the cluster: a DNS label that leaves room for the prefixes.</summary>
    public static string? Application(string value) => Limit.IsToken(value) ? null : DnsLabel(value, ApplicationLength);

    /// <summary>The key of a label that a user adds to a cluster's Secret: a label key, and none of those that are written for them.</summary>
    [Pattern(KubernetesLimits.LabelKeyRegex, IsPartial = true)]
    public static string? UserLabel(string key) => UserKey(key, s_ownLabels);

    /// <summary>The key of an annotation that a user adds to a cluster's Secret: the same.</summary>
    [Pattern(KubernetesLimits.LabelKeyRegex, IsPartial = true)]
    public static string? UserAnnotation(string key) => UserKey(key, s_ownAnnotations);

    /// <summary>The namespaces of a cluster that Argo CD is confined to: each a namespace, none twice.</summary>
    /// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#clusters"/>
    [Each(typeof(KubernetesLimits), nameof(KubernetesLimits.DnsLabel))]
    [Unique]
    public static string? Namespaces(IReadOnlyList<string> namespaces) =>
        Limit.IsToken(namespaces)
            ? null
            : namespaces.Select(KubernetesLimits.DnsLabel).FirstOrDefault(fault => fault is not null)
                ?? (
                    namespaces.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1)?.Key is { } twice
                        ? $"must not have an entry twice, got '{twice}'"
                        : null
                );

    /// <summary>Whether Argo CD may touch what has no namespace: a question only where it is confined to namespaces.</summary>
    /// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#clusters"/>
    public static string? ClusterResources(bool clusterResources, IReadOnlyList<string> namespaces) =>
        clusterResources && namespaces.Count == 0 ? "must be left out where there are no namespaces: Argo CD then manages everything" : null;

    /// <summary>The shard of the application controller that serves a cluster: 0 or more.</summary>
    /// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/high_availability/"/>
    [Bounds(0)]
    public static string? Shard(int value) => Limit.Between(value, 0, int.MaxValue);

    /// <summary>
    /// Name of a fleet: a DNS label that leaves room in the names of ApplicationSets, and a label value.
    /// </summary>
    public static string? Fleet(string value) => DnsLabel(value, FleetLength);

    /// <summary>Whether the project is defined: <c>default</c> is Argo CD's own.</summary>
    /// <seealso href="https://argo-cd.readthedocs.io/en/stable/user-guide/projects/#the-default-project"/>
    public static string? CreateProject(bool createProject, string project) =>
        createProject && project == "default" ? "must be false for project 'default', which is Argo CD's own: name another 'project'" : null;

    /// <summary>URL of an API server.</summary>
    public static string? Server(string value) =>
        Limit.IsToken(value) || value.StartsWith("https://", StringComparison.Ordinal) ? null : $"must begin with 'https://', got '{value}'";

    /// <summary>URL of a Git repository, or what SSH calls it; ApplicationSets would take <c>{{</c> for a template.</summary>
    /// <seealso href="https://argo-cd.readthedocs.io/en/stable/user-guide/private-repositories/"/>
    [Pattern(PlainRegex)]
    public static string? RepoUrl(string value) => PlainPattern().IsMatch(value) ? null : $"must be the URL of a Git repository, got '{value}'";

    /// <summary>A branch, a tag or a commit.</summary>
    /// <seealso href="https://argo-cd.readthedocs.io/en/stable/user-guide/tracking_strategies/"/>
    [Pattern(PlainRegex)]
    public static string? TargetRevision(string value) => PlainPattern().IsMatch(value) ? null : $"must be a branch, a tag or a commit, got '{value}'";

    /// <summary>A folder of a repository, from its top, separated by <c>/</c>; <c>.</c> is the top itself.</summary>
    [Pattern(RepositoryPathRegex)]
    public static string? RepositoryPath(string value) =>
        RepositoryPathPattern().IsMatch(value) ? null : $"must be a folder of the repository such as 'apps/aws-lb-controller', or '.', got '{value}'";

    private static string? DnsLabel(string value, int length) =>
        value.Length <= length && KubernetesLimits.DnsLabel(value) is null
            ? null
            : $"must be 1 to {length} lower-case letters, digits and hyphens, a letter or digit at both ends, got '{value}' ({value.Length} characters)";

    private static string? UserKey(string key, string[] own) =>
        KubernetesLimits.LabelKey(key)
        ?? (key.StartsWith(AnnotationDomain, StringComparison.Ordinal) || own.Contains(key) ? $"must not have a key that Mooring writes, got '{key}'" : null);

    [GeneratedRegex(PlainRegex)]
    private static partial Regex PlainPattern();

    [GeneratedRegex(RepositoryPathRegex)]
    private static partial Regex RepositoryPathPattern();
}
