using System.Globalization;
using System.IO.Enumeration;
using System.Net;
using System.Text.RegularExpressions;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Traffic;

/// <summary>A condition of a listener rule: what it matches, and requests that it matches, one for each of its values.</summary>
/// <param name="Matches">Whether a request fulfils it.</param>
/// <param name="Examples">Each makes a request fulfil it.</param>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html"/>
internal sealed record RuleCondition(Func<Request, bool> Matches, IReadOnlyList<Func<Request, Request>> Examples)
{
    private const string Anything = "any";

    /// <summary>The conditions in a <c>condition</c> block of <c>aws_lb_listener_rule</c>, of which each is fulfilled by any of its values.</summary>
    public static IEnumerable<RuleCondition> In(Value block)
    {
        foreach (var host in block["host_header"].Elements)
        {
            yield return Patterns(host, request => request.Host, ignoreCase: true, (request, text) => request with { Host = text });
        }

        foreach (var path in block["path_pattern"].Elements)
        {
            yield return Patterns(path, request => request.Path, ignoreCase: false, (request, text) => request with { Path = text });
        }

        foreach (var header in block["http_header"].Elements)
        {
            var name = $"{header["http_header_name"].Text}".ToLower(CultureInfo.InvariantCulture);
            yield return Patterns(
                header,
                request => request.Headers.GetValueOrDefault(name),
                ignoreCase: true,
                (request, text) => request with { Headers = new Dictionary<string, string>(request.Headers) { [name] = text } }
            );
        }

        foreach (var method in block["http_request_method"].Elements)
        {
            yield return Patterns(method, request => request.Method, ignoreCase: false, (request, text) => request with { Method = text });
        }

        foreach (var source in block["source_ip"].Elements)
        {
            yield return Sources([.. Texts(source["values"])]);
        }

        if (block["query_string"].Elements is { Count: > 0 } pairs)
        {
            yield return Query([.. pairs.Select(pair => (pair["key"].Text ?? string.Empty, pair["value"].Text ?? string.Empty))]);
        }
    }

    private static RuleCondition Patterns(Value block, Func<Request, string?> part, bool ignoreCase, Func<Request, string, Request> with)
    {
        string[] patterns = [.. Texts(block["values"])];
        Regex[] regexes = [.. Texts(block["regex_values"]).Select(value => new Regex(value, ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None))];
        return new(
            request => part(request) is { } text && (patterns.Any(pattern => IsMatch(pattern, text, ignoreCase)) || regexes.Any(regex => regex.IsMatch(text))),
            [
                .. patterns
                    .Select(ExampleOf)
                    .Concat(regexes.Select(RegexExample.Of).OfType<string>())
                    .Select(example => (Func<Request, Request>)(request => with(request, example))),
            ]
        );
    }

    private static RuleCondition Sources(string[] blocks) =>
        new(
            request => blocks.Any(block => IPNetwork.TryParse(block, out var network) && network.Contains(IPAddress.Parse(request.SourceIp))),
            [.. blocks.Select(block => (Func<Request, Request>)(request => request with { SourceIp = block.Split('/')[0] }))]
        );

    private static RuleCondition Query((string Key, string Value)[] pairs) =>
        new(
            request =>
                request.Query.Any(given =>
                    pairs.Any(pair =>
                        (pair.Key.Length == 0 || IsMatch(pair.Key, given.Key, ignoreCase: true)) && IsMatch(pair.Value, given.Value, ignoreCase: true)
                    )
                ),
            [
                .. pairs.Select(pair =>
                    (Func<Request, Request>)(request => request with { Query = [.. request.Query, new(ExampleOf(pair.Key), ExampleOf(pair.Value))] })
                ),
            ]
        );

    private static IEnumerable<string> Texts(Value values) => values.Elements.Select(value => value.Text).OfType<string>();

    /// <summary>Elastic Load Balancing's wildcards are <c>*</c>, <c>?</c>, and a backslash before either.</summary>
    private static bool IsMatch(string pattern, string text, bool ignoreCase) => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase);

    /// <summary>A text that a pattern matches.</summary>
    private static string ExampleOf(string pattern)
    {
        var example = new System.Text.StringBuilder();
        for (var index = 0; index < pattern.Length; index++)
        {
            var isEscaped = pattern[index] == '\\' && index + 1 < pattern.Length;
            example.Append(
                isEscaped ? pattern[++index].ToString()
                : pattern[index] == '*' ? Anything
                : pattern[index] == '?' ? "x"
                : pattern[index].ToString()
            );
        }

        return example.ToString();
    }
}
