using System.Text.Json;
using Mooring.Discovery.Answers;
using Mooring.Fleet;

namespace Mooring.Discovery.Declaration;

/// <summary>Declares the transforms of a rule.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleTransform.html"/>
internal static class TransformsDeclaration
{
    private const string Host = "host-header-rewrite";
    private const string Url = "url-rewrite";

    /// <summary>Why a fleet file cannot say them; <see langword="null"/> where it can.</summary>
    public static string? ObstacleOf(RuleAnswer rule) =>
        rule.Transforms.FirstOrDefault(transform => transform.Text("Type") is not (Host or Url)).Text("Type") is { } unknown
            ? $"a fleet file has no key for the transform {unknown}"
        : rule.Transforms.Any(transform => RewritesOf(transform).Count != 1) ? "a fleet file has one rewrite in a transform"
        : rule.Transforms.GroupBy(transform => transform.Text("Type")).Any(same => same.Count() > 1) ? "a fleet file has one transform of each kind"
        : null;

    /// <summary>Declares them; <see langword="null"/> where there are none.</summary>
    public static TransformsSpec? Of(RuleAnswer rule) =>
        rule.Transforms.Count == 0 ? null : new() { HostHeader = RewriteOf(rule, Host), Url = RewriteOf(rule, Url) };

    /// <summary>The rewrites of a transform, in the configuration of its kind: <c>UrlRewriteConfig</c>.</summary>
    public static IReadOnlyList<JsonElement> RewritesOf(JsonElement transform) =>
        transform.Object(transform.Text("Type") == Host ? "HostHeaderRewriteConfig" : "UrlRewriteConfig").Items("Rewrites");

    private static RewriteSpec? RewriteOf(RuleAnswer rule, string type) =>
        rule.Transforms.FirstOrDefault(transform => transform.Text("Type") == type) is { ValueKind: JsonValueKind.Object } transform
            ? new() { Regex = RewritesOf(transform)[0].Required("Regex"), Replace = RewritesOf(transform)[0].Text("Replace") ?? string.Empty }
            : null;
}
