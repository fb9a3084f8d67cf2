using System.Text.Json.Nodes;
using Mooring.StandIns.ArgoCd.Manifests;

namespace Mooring.StandIns.ArgoCd.Sources;

/// <summary>
/// Renders the sources of Applications. It renders a source again only when the source or its repository has changed, or for a hard refresh: a chart that
/// generates something then generates another one.
/// </summary>
/// <seealso href="https://github.com/argoproj/argo-cd/blob/master/reposerver/repository/repository.go"/>
internal sealed class RepositoryServer
{
    private readonly Dictionary<string, GitRepository> _repositories = [];
    private readonly Dictionary<string, IReadOnlyList<ManagedResource>> _cache = [];
    private int _rendered;

    /// <summary>Adds a Git repository.</summary>
    public GitRepository Repository(string url)
    {
        if (!_repositories.TryGetValue(url, out var repository))
        {
            _repositories.Add(url, repository = new GitRepository(url));
        }

        return repository;
    }

    /// <summary>Forgets what was rendered, as a hard refresh does.</summary>
    public void HardRefresh() => _cache.Clear();

    /// <summary>The resources of a source.</summary>
    /// <exception cref="ManifestException">The source does not exist, or its chart cannot be rendered. It does not say which Application has it.</exception>
    public IReadOnlyList<ManagedResource> Render(ApplicationSource source, string application, string space)
    {
        var key = $"{application}|{space}|{RevisionOf(source)}|{source}";
        if (!_cache.TryGetValue(key, out var resources))
        {
            _cache.Add(key, resources = Render(source, space));
        }

        return resources;
    }

    /// <summary>What is compared to see whether a sync was tried with a source: its values and its revision.</summary>
    public string RevisionOf(ApplicationSource source) =>
        source.Chart is null ? $"commit {_repositories.GetValueOrDefault(source.Repository)?.Commits}" : source.Revision;

    private IReadOnlyList<ManagedResource> Render(ApplicationSource source, string space)
    {
        _rendered++;
        var values = Yaml.Object(source.Values);
        if (source.Chart is { } chart)
        {
            return source.Repository == ControllerChart.Repository && chart == ControllerChart.Name
                ? ControllerChart.Render(source.Revision, values, space, $"certificate {_rendered}")
                : throw new ManifestException($"chart \"{chart}\" version \"{source.Revision}\" not found in {source.Repository} repository");
        }

        var files = _repositories.GetValueOrDefault(source.Repository)?.Files(source.Path ?? ".") ?? new Dictionary<string, string>();
        return files.TryGetValue("Chart.yaml", out var text) && Yaml.Object(text).TextAt("name") == BindingsChart.Name
            ? BindingsChart.Render(
                WithDefaults(files, values),
                files.ContainsKey(BindingsChart.NamespacesFile),
                files.GetValueOrDefault(BindingsChart.File)?.Contains(".apiVersion", StringComparison.Ordinal) == true
            )
            : throw new ManifestException($"{source.Path}: app path does not exist");
    }

    private static JsonObject WithDefaults(IReadOnlyDictionary<string, string> files, JsonObject values)
    {
        var merged = files.TryGetValue("values.yaml", out var text) ? Yaml.Object(text) : [];
        foreach (var (name, value) in values)
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }
}
