using System.Globalization;
using System.Text.RegularExpressions;
using Mooring.Limits;

namespace Mooring.LoadBalancing;

/// <summary>What Elastic Load Balancing accepts of the headers that a listener adds.</summary>
/// <seealso cref="Limit"/>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html"/>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ListenerAttribute.html"/>
internal static partial class HeaderLimits
{
    private const string NameRegex = @"^[0-9A-Za-z][0-9A-Za-z_-]{0,39}\z";
    private const string ValueRegex = @"^[ -~]{1,1024}\z";

    /// <summary>A header that targets get, as AWS names it.</summary>
    public static string? RequestHeader(string name) => Limit.OneOf(name, [.. HeaderAttributes.RequestHeaders]);

    /// <summary>A header that clients get.</summary>
    public static string? ResponseHeader(string name) => Limit.OneOf(name, [.. HeaderAttributes.ResponseHeaders]);

    /// <summary>Another name of a header: 1 to 40 letters, digits, hyphens and underscores.</summary>
    [Pattern(NameRegex)]
    public static string? NewName(string value) =>
        Limit.IsToken(value) || NamePattern().IsMatch(value) ? null : $"must be 1 to 40 letters, digits, '-' and '_', a letter or digit first, got '{value}'";

    /// <summary>Other names: no two headers have one name.</summary>
    public static string? NewNames(IReadOnlyDictionary<string, string> names) =>
        HeaderAttributes
            .RequestHeaders.Select(header => names.GetValueOrDefault(header, header))
            .Where(name => !Limit.IsToken(name))
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1)
            is { } twice
            ? $"must give each header a name of its own, got '{twice.Key}' twice"
            : null;

    /// <summary>The value of a header that clients get: 1 to 1024 printable characters.</summary>
    [Pattern(ValueRegex)]
    public static string? Value(string value) =>
        Limit.IsToken(value) || ValuePattern().IsMatch(value) ? null : $"must be 1 to 1024 printable ASCII characters, got '{value}'";

    /// <summary>The value of a header that clients get, and what the header means.</summary>
    public static string? ValueOf(string header, string value) =>
        Value(value) is { } fault ? fault
        : Limit.IsToken(value) ? null
        : header switch
        {
            "Access-Control-Allow-Credentials" => Limit.OneOf(value, "true"),
            "Access-Control-Max-Age" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                ? null
                : $"must be a whole number of seconds, got '{value}'",
            "X-Content-Type-Options" => Limit.OneOf(value, "nosniff"),
            "X-Frame-Options" => value is "DENY" or "SAMEORIGIN" || value.StartsWith("ALLOW-FROM https://", StringComparison.Ordinal)
                ? null
                : $"must be 'DENY', 'SAMEORIGIN' or 'ALLOW-FROM https://…', got '{value}'",
            _ => null,
        };

    [GeneratedRegex(NameRegex)]
    private static partial Regex NamePattern();

    [GeneratedRegex(ValueRegex)]
    private static partial Regex ValuePattern();
}
