using System.Text.Json.Nodes;

namespace Mooring.StandIns.ArgoCd.Manifests;

/// <summary>A source of an Application: a chart of a repository of charts, or in a folder of a Git repository, with values.</summary>
/// <param name="Repository">URL of the repository.</param>
/// <param name="Chart">Name of the chart; <see langword="null"/> for a folder.</param>
/// <param name="Path">The folder; <see langword="null"/> for a chart.</param>
/// <param name="Revision">Version of the chart, or a branch, tag or commit.</param>
/// <param name="Values">The values, YAML.</param>
internal sealed record ApplicationSource(string Repository, string? Chart, string? Path, string Revision, string Values)
{
    /// <summary>Reads a source.</summary>
    public static ApplicationSource Of(JsonNode? manifest)
    {
        manifest.RequireOnly("a source", "repoURL", "chart", "path", "targetRevision", "helm");
        manifest.At("helm").RequireOnly("a source's helm", "releaseName", "values");
        return new(
            manifest.TextAt("repoURL") ?? string.Empty,
            manifest.TextAt("chart"),
            manifest.TextAt("path"),
            manifest.TextAt("targetRevision") ?? string.Empty,
            manifest.TextAt("helm", "values") ?? string.Empty
        );
    }
}
