using System.Text.RegularExpressions;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Aws;

/// <summary>What Elastic Load Balancing refuses of the rules of listeners.</summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html"/>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html"/>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-transforms.html"/>
internal static class RuleRefusals
{
    private const int MostValues = 5;
    private const int MostWildcards = 5;
    private const int LongestValue = 128;
    private const int LongestRewrite = 1024;

    private static readonly string[] s_withRegexes = ["host_header", "path_pattern", "http_header"];

    /// <summary>Why a rule is refused; <see langword="null"/> where it is not.</summary>
    public static string? Of(Creation creation)
    {
        var listener = creation.Context.Of("aws_lb_listener").FirstOrDefault(each => each["arn"] == creation["listener_arn"]);
        return OfConditions([.. creation["condition"].Elements])
            ?? OfTransforms([.. creation["transform"].Elements])
            ?? LoadBalancerRefusals.OfActions(creation["action"], listener?["protocol"].Text);
    }

    private static string? OfConditions(Value[] conditions)
    {
        string[] regexes = [.. conditions.SelectMany(condition => TextsOf(condition, s_withRegexes, "regex_values"))];
        string[] patterns =
        [
            .. conditions.SelectMany(condition => TextsOf(condition, s_withRegexes, "values")),
            .. conditions.SelectMany(condition => condition["query_string"].Elements.Select(pair => $"{pair["key"].Text}{pair["value"].Text}")),
        ];
        string[] others = [.. conditions.SelectMany(condition => TextsOf(condition, ["http_request_method", "source_ip"], "values"))];
        return conditions.Any(HasBoth) ? "ValidationError: A condition can have either values or regular expressions"
            : regexes.Length + patterns.Length + others.Length > MostValues ? $"ValidationError: A rule can have at most {MostValues} condition values"
            : patterns.Sum(pattern => pattern.Count(character => character is '*' or '?')) > MostWildcards
                ? $"ValidationError: A rule can have at most {MostWildcards} wildcards in its conditions"
            : regexes.Any(regex => regex.Length > LongestValue) ? $"ValidationError: A condition value can have at most {LongestValue} characters"
            : regexes.FirstOrDefault(regex => !IsSupported(regex)) is { } regex ? $"ValidationError: The regular expression '{regex}' is not supported"
            : null;
    }

    private static string? OfTransforms(Value[] transforms)
    {
        Value[] rewrites =
        [
            .. transforms
                .SelectMany(transform => transform["host_header_rewrite_config"].Elements.Concat(transform["url_rewrite_config"].Elements))
                .SelectMany(config => config["rewrite"].Elements),
        ];
        return transforms.DistinctBy(transform => transform["type"].Text).Count() < transforms.Length
                ? "ValidationError: A rule can have one transform of each type"
            : rewrites.Any(rewrite => rewrite["regex"].Text?.Length > LongestRewrite || rewrite["replace"].Text?.Length > LongestRewrite)
                ? $"ValidationError: A regular expression and a replacement can have at most {LongestRewrite} characters"
            : rewrites.Select(rewrite => rewrite["regex"].Text).OfType<string>().FirstOrDefault(regex => !IsSupported(regex)) is { } regex
                ? $"ValidationError: The regular expression '{regex}' is not supported"
            : null;
    }

    private static bool HasBoth(Value condition) =>
        s_withRegexes.Any(kind => TextsOf(condition, [kind], "values").Any() && TextsOf(condition, [kind], "regex_values").Any());

    private static IEnumerable<string> TextsOf(Value condition, string[] kinds, string values) =>
        kinds.SelectMany(kind => condition[kind].Elements).SelectMany(block => block[values].Elements).Select(value => value.Text).OfType<string>();

    /// <summary>Lookarounds, backreferences and atomic groups need an engine that goes back.</summary>
    private static bool IsSupported(string regex)
    {
        try
        {
            _ = new Regex(regex, RegexOptions.NonBacktracking);
            return !Regex.IsMatch(regex, @"(?<!\\)(\\\\)*\\[pP]");
        }
        catch (Exception exception) when (exception is RegexParseException or NotSupportedException)
        {
            return false;
        }
    }
}
