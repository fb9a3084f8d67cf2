using System.Globalization;
using System.Text.RegularExpressions;
using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>What Elastic Load Balancing accepts of a listener's rule.</summary>
/// <seealso cref="Limit"/>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html"/>
internal static partial class RuleLimits
{
    /// <summary>The priority of the rule that is tried first.</summary>
    public const int LowestPriority = 1;

    /// <summary>The priority of the rule that is tried last, before the default action.</summary>
    public const int HighestPriority = 50000;

    private const int MostValues = 5;
    private const int MostWildcards = 5;
    private const int LongestValue = 128;
    private const string NoCondition = "must have a condition: hosts, paths, methods, headers, queryStrings or sourceIps";

    private const string HostRegex = @"^(?=.{1,128}\z)[0-9A-Za-z*?-]+(\.[0-9A-Za-z*?-]+)*\z";
    private const string PathRegex = @"^[/*?][0-9A-Za-z_.$/~""'@:+&()!,;=*?-]{0,127}\z";
    private const string MethodRegex = @"^[A-Z_-]{1,40}\z";
    private const string HeaderNameRegex = @"^[0-9A-Za-z!#$%&'*+.^_`|~-]{1,40}\z";
    private const string HostHeaderRegex = @"^[Hh][Oo][Ss][Tt]\z";

    /// <summary>A listener rule's priority, 1 to 50000.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html"/>
    [Bounds(LowestPriority, HighestPriority)]
    public static string? Priority(int value) => Limit.Between(value, LowestPriority, HighestPriority);

    /// <summary>
    /// A rule's conditions: at least one, and together at most 5 values and 5 wildcards, which AWS does not raise.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html"/>
    public static string? Conditions(RuleConditions conditions)
    {
        var (values, wildcards) = Count(conditions);
        return values == 0 ? NoCondition
            : values > MostValues
                ? string.Create(CultureInfo.InvariantCulture, $"must have at most {MostValues} values in all its conditions together, got {values}")
            : wildcards > MostWildcards
                ? string.Create(CultureInfo.InvariantCulture, $"must have at most {MostWildcards} wildcards in all its conditions together, got {wildcards}")
            : null;
    }

    /// <summary>
    /// The conditions of a rule whose hosts are split over as many rules as they need: the others are in each of these rules, beside at least one host.
    /// </summary>
    /// <seealso cref="Conditions"/>
    public static string? SplitConditions(RuleConditions conditions)
    {
        if (conditions.Hosts.Count == 0)
        {
            return Conditions(conditions);
        }

        const string each = "each of the rules that the hosts are split over has them all";
        var room = RoomForHosts(conditions);
        var (values, wildcards) = (MostValues - room.Values, MostWildcards - room.Wildcards);
        return room.Values < 1
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"must have at most {MostValues - 1} values in its conditions beside 'hosts' together, got {values}: {each}"
                )
            : room.Wildcards < 0
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"must have at most {MostWildcards} wildcards in its conditions beside 'hosts' together, got {wildcards}: {each}"
                )
            : conditions.Hosts.FirstOrDefault(host => !room.Fits(host)) is { } host
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"must have at most {MostWildcards} wildcards in a host and its conditions beside 'hosts' together, got {Wildcards(host)} in '{host}' "
                        + $"and {wildcards} beside it"
                )
            : null;
    }

    /// <summary>The room that a rule has for hosts beside its other conditions.</summary>
    public static HostRoom RoomForHosts(RuleConditions conditions)
    {
        var (values, wildcards) = Count(conditions with { Hosts = [] });
        return new(MostValues - values, MostWildcards - wildcards);
    }

    /// <summary>How many wildcards a value has.</summary>
    public static int Wildcards(string value) => Limit.IsToken(value) ? 0 : value.Count(character => character is '*' or '?');

    /// <summary>Regular expressions of hosts or paths: not beside patterns of the same, because a rule has one condition of each kind.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleCondition.html"/>
    public static string? RegexesBeside(int regexes, int patterns, string what) =>
        regexes > 0 && patterns > 0 ? $"must be left out beside '{what}': a rule has one condition of that kind, of patterns or of regular expressions" : null;

    /// <summary>Regular expressions of a header: not beside patterns of the same header, both of which a request would have to match.</summary>
    public static string? HeaderRegexesBeside(string name, IEnumerable<string> patterns) =>
        patterns.Contains(name, StringComparer.OrdinalIgnoreCase) ? $"must not have a header that 'headers' has, got '{name}'" : null;

    /// <summary>A host name of a condition: 1 to 128 letters, digits, hyphens, dots and wildcards.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HostHeaderConditionConfig.html"/>
    [Pattern(HostRegex)]
    public static string? Host(string value) =>
        Limit.IsToken(value) || HostPattern().IsMatch(value)
            ? null
            : $"must be 1 to {LongestValue} letters, digits and '-.*?', with a dot in between, got '{value}'";

    /// <summary>A path of a condition: 1 to 128 characters beginning with <c>/</c> or a wildcard.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_PathPatternConditionConfig.html"/>
    [Pattern(PathRegex)]
    public static string? Path(string value) =>
        Limit.IsToken(value) || PathPattern().IsMatch(value)
            ? null
            : $"must be 1 to {LongestValue} characters out of letters, digits and '_-.$/~\"'@:+&()!,;=*?', '/' or a wildcard first, got '{value}'";

    /// <summary>A method of a condition: 1 to 40 capital letters, hyphens and underscores.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HttpRequestMethodConditionConfig.html"/>
    [Pattern(MethodRegex)]
    public static string? Method(string value) =>
        Limit.IsToken(value) || MethodPattern().IsMatch(value) ? null : $"must be 1 to 40 capital letters, hyphens and underscores, got '{value}'";

    /// <summary>
    /// The name of a header of a condition: 1 to 40 characters of a token, and neither <c>Host</c>, which has a condition of its
    /// own.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HttpHeaderConditionConfig.html"/>
    [Pattern($"(?!{HostHeaderRegex}){HeaderNameRegex}")]
    public static string? HeaderName(string value) =>
        Limit.IsToken(value) ? null
        : value.Equals("Host", StringComparison.OrdinalIgnoreCase) ? $"must not be '{value}': hosts have a condition of their own"
        : HeaderNamePattern().IsMatch(value) ? null
        : $"must be 1 to 40 letters, digits and '!#$%&'*+-.^_`|~', got '{value}'";

    /// <summary>The value of a header or of a query string of a condition, 1 to 128 characters.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HttpHeaderConditionConfig.html"/>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_QueryStringKeyValuePair.html"/>
    [Length(1, LongestValue)]
    public static string? Value(string value) => Limit.Length(value, 1, LongestValue);

    private static (int Values, int Wildcards) Count(RuleConditions conditions) => (conditions.Values.Count(), conditions.Patterns.Sum(Wildcards));

    [GeneratedRegex(HostRegex)]
    private static partial Regex HostPattern();

    [GeneratedRegex(PathRegex)]
    private static partial Regex PathPattern();

    [GeneratedRegex(MethodRegex)]
    private static partial Regex MethodPattern();

    [GeneratedRegex(HeaderNameRegex)]
    private static partial Regex HeaderNamePattern();
}
