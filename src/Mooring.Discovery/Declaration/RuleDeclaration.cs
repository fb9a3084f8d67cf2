using System.Text.Json;
using Mooring.Discovery.Answers;
using Mooring.Fleet;

namespace Mooring.Discovery.Declaration;

/// <summary>Declares a rule of a listener that is adopted.</summary>
/// <param name="actions">Declares its actions.</param>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleCondition.html"/>
internal sealed class RuleDeclaration(ActionDeclaration actions)
{
    private const string Host = "host-header";
    private const string Path = "path-pattern";
    private const string Method = "http-request-method";
    private const string Header = "http-header";
    private const string Query = "query-string";
    private const string Source = "source-ip";

    private static readonly string[] s_kinds = [Host, Path, Method, Header, Query, Source];

    /// <summary>Why a fleet file cannot say the rule; <see langword="null"/> where it can.</summary>
    public string? ObstacleOf(RuleAnswer rule)
    {
        var kinds = rule.Conditions.Select(KindOf).ToArray();
        return kinds.FirstOrDefault(kind => !s_kinds.Contains(kind.Split(' ')[0])) is { } unknown ? $"a fleet file has no key for the condition {unknown}"
            : kinds.GroupBy(kind => kind, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice
                ? $"a request must meet two conditions of one kind, {twice.Key}, and a fleet file has one of each"
            : actions.ObstacleOf(rule.Actions) ?? TransformsDeclaration.ObstacleOf(rule);
    }

    /// <summary>Declares it.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="name">Its name in the file.</param>
    public RuleSpec Of(RuleAnswer rule, string name)
    {
        var action = actions.Of(rule.Actions);
        return new()
        {
            Name = name,
            Adopt = rule.Arn,
            Priority = rule.Priority,
            Hosts = Values(rule, Host),
            HostRegexes = Regexes(rule, Host),
            Paths = Values(rule, Path),
            PathRegexes = Regexes(rule, Path),
            Methods = Values(rule, Method),
            Headers = Headers(rule, ValuesOf),
            HeaderRegexes = Headers(rule, RegexesOf),
            QueryStrings =
            [
                .. rule
                    .Conditions.Where(condition => condition.Required("Field") == Query)
                    .SelectMany(condition => ConfigOf(condition).Items("Values"))
                    .Select(query => new QueryStringSpec { Key = query.Text("Key"), Value = query.Required("Value") }),
            ],
            SourceIps = Values(rule, Source),
            Transforms = TransformsDeclaration.Of(rule),
            Forward = action.Forward,
            Redirect = action.Redirect,
            FixedResponse = action.FixedResponse,
        };
    }

    /// <summary>A text that says which requests it is for.</summary>
    public static string PurposeOf(RuleAnswer rule) => Values(rule, Host).Concat(Values(rule, Path)).FirstOrDefault(string.Empty);

    /// <summary>The values of a condition; old answers have them beside its configuration.</summary>
    public static IReadOnlyList<string> ValuesOf(JsonElement condition) =>
        ConfigOf(condition).Texts("Values") is { Count: > 0 } values ? values : condition.Texts("Values");

    /// <summary>The regular expressions of a condition, in its configuration or beside it.</summary>
    public static IReadOnlyList<string> RegexesOf(JsonElement condition) =>
        ConfigOf(condition).Texts("RegexValues") is { Count: > 0 } regexes ? regexes : condition.Texts("RegexValues");

    /// <summary>The configuration of a condition, under the name of its kind: <c>HostHeaderConfig</c>.</summary>
    public static JsonElement ConfigOf(JsonElement condition) =>
        condition.Object($"{string.Concat(condition.Required("Field").Split('-').Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}"))}Config");

    private static IReadOnlyList<string> Values(RuleAnswer rule, string kind) =>
        [.. rule.Conditions.Where(condition => condition.Required("Field") == kind).SelectMany(ValuesOf)];

    private static IReadOnlyList<string> Regexes(RuleAnswer rule, string kind) =>
        [.. rule.Conditions.Where(condition => condition.Required("Field") == kind).SelectMany(RegexesOf)];

    private static Dictionary<string, IReadOnlyList<string>> Headers(RuleAnswer rule, Func<JsonElement, IReadOnlyList<string>> valuesOf) =>
        rule
            .Conditions.Where(condition => condition.Required("Field") == Header && valuesOf(condition).Count > 0)
            .ToDictionary(condition => ConfigOf(condition).Required("HttpHeaderName"), valuesOf);

    /// <summary>What a rule can have once: every kind, and each header.</summary>
    private static string KindOf(JsonElement condition) =>
        condition.Required("Field") is Header ? $"{Header} {ConfigOf(condition).Text("HttpHeaderName")}" : condition.Required("Field");
}
