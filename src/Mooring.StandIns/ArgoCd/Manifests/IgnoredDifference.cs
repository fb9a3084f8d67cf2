using System.Text.Json.Nodes;

namespace Mooring.StandIns.ArgoCd.Manifests;

/// <summary>A part of a resource that is not compared.</summary>
/// <param name="Kind">Kind of the resource.</param>
/// <param name="Name">Its name; <see langword="null"/> for all.</param>
/// <param name="Part">The part: <c>caBundle</c> of each webhook, or <c>data</c>.</param>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/user-guide/diffing/"/>
internal sealed record IgnoredDifference(string Kind, string? Name, string Part)
{
    /// <summary>The authorities of a webhook configuration.</summary>
    public const string Authorities = ".webhooks[].clientConfig.caBundle";

    /// <summary>The contents of a Secret.</summary>
    public const string Data = "/data";

    /// <summary>Reads the parts of an entry.</summary>
    public static IEnumerable<IgnoredDifference> Of(JsonNode? manifest)
    {
        manifest.RequireOnly("ignoreDifferences", "group", "kind", "name", "jqPathExpressions", "jsonPointers");
        return manifest
            .ListAt("jqPathExpressions")
            .Concat(manifest.ListAt("jsonPointers"))
            .Select(part =>
                $"{part}" is Authorities or Data
                    ? new IgnoredDifference(manifest.TextAt("kind")!, manifest.TextAt("name"), $"{part}")
                    : throw new NotSupportedException($"the stand-in of Argo CD does not know the path '{part}': add it to src/Mooring.StandIns/ArgoCd")
            );
    }
}
