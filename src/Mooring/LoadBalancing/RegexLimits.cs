using System.Globalization;
using System.Text.RegularExpressions;
using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>What Elastic Load Balancing accepts of regular expressions in rules.</summary>
/// <seealso cref="Limit"/>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html"/>
internal static class RegexLimits
{
    private const int LongestCondition = 128;
    private const int LongestRewrite = 1024;
    private const string Beginning = "^(?![*+?])";

    /// <summary>The regular expression of a condition, 1 to 128 characters.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html"/>
    [Pattern(Beginning, IsPartial = true)]
    [Length(1, LongestCondition)]
    public static string? Condition(string value) => Limit.Length(value, 1, LongestCondition) ?? Syntax(value);

    /// <summary>The regular expression of a transform, 1 to 1024 characters.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RewriteConfig.html"/>
    [Pattern(Beginning, IsPartial = true)]
    [Length(1, LongestRewrite)]
    public static string? Rewrite(string value) => Limit.Length(value, 1, LongestRewrite) ?? Syntax(value);

    /// <summary>The replacement of a transform, at most 1024 characters.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RewriteConfig.html"/>
    [Length(0, LongestRewrite)]
    public static string? Replacement(string value) => Limit.Length(value, 0, LongestRewrite);

    // .NET's engine without backtracking leaves out what AWS's does: lookarounds, backreferences and atomic groups. Both refuse what they cannot read, such
    // as possessive quantifiers and recursion.
    private static string? Syntax(string value)
    {
        if (Limit.IsToken(value))
        {
            return null;
        }

        try
        {
            _ = new Regex(value, RegexOptions.NonBacktracking);
            return HasUnicodeClass(value) ? $"must have no class of Unicode such as '\\p{{L}}', which AWS does not support, got '{value}'" : null;
        }
        catch (RegexParseException exception)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"must be a regular expression, got '{value}': {exception.Error} at character {exception.Offset}"
            );
        }
        catch (NotSupportedException)
        {
            return $"must be a regular expression without lookarounds, backreferences and atomic groups, which AWS does not support, got '{value}'";
        }
    }

    private static bool HasUnicodeClass(string value)
    {
        for (var index = value.IndexOf('\\', StringComparison.Ordinal); index >= 0 && index + 1 < value.Length; index = value.IndexOf('\\', index + 2))
        {
            if (value[index + 1] is 'p' or 'P')
            {
                return true;
            }
        }

        return false;
    }
}
