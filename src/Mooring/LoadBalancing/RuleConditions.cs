namespace Mooring.LoadBalancing;

/// <summary>
/// Which requests a rule is for. A request must meet every kind of condition that is given, and of a kind any one of its
/// values. All kinds together have at most 5 values and at most 5 wildcards (<c>*</c>, <c>?</c>).
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html"/>
public sealed record RuleConditions
{
    /// <summary>Host names, wildcards allowed, 1 to 128 characters each.</summary>
    /// <value>Defaults to any.</value>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Regular expressions of host names, 1 to 128 characters each; not beside <see cref="Hosts"/>.</summary>
    /// <value>Defaults to any.</value>
    public IReadOnlyList<string> HostRegexes { get; init; } = [];

    /// <summary>Paths, wildcards allowed, 1 to 128 characters each.</summary>
    /// <value>Defaults to any.</value>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Regular expressions of paths, 1 to 128 characters each; not beside <see cref="Paths"/>.</summary>
    /// <value>Defaults to any.</value>
    public IReadOnlyList<string> PathRegexes { get; init; } = [];

    /// <summary>HTTP methods, in capitals, without wildcards.</summary>
    /// <value>Defaults to any.</value>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Values of headers by the headers' names, wildcards allowed in the values. A request must have every header that is named.</summary>
    /// <value>Defaults to any.</value>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Regular expressions of headers' values, by the headers' names; none of a header that <see cref="Headers"/> has.</summary>
    /// <value>Defaults to any.</value>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> HeaderRegexes { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Parameters of the query string, wildcards allowed.</summary>
    /// <value>Defaults to any.</value>
    public IReadOnlyList<QueryStringCondition> QueryStrings { get; init; } = [];

    /// <summary>CIDR blocks, IPv4 or IPv6, of clients' addresses as the load balancer sees them.</summary>
    /// <value>Defaults to any.</value>
    public IReadOnlyList<string> SourceIps { get; init; } = [];

    /// <summary>All values, which AWS counts.</summary>
    internal IEnumerable<string> Values => Patterns.Concat(Regexes).Concat(Methods).Concat(SourceIps);

    /// <summary>The regular expressions.</summary>
    internal IEnumerable<string> Regexes => HostRegexes.Concat(PathRegexes).Concat(HeaderRegexes.Values.SelectMany(values => values));

    /// <summary>The values in which an asterisk or a question mark is a wildcard.</summary>
    internal IEnumerable<string> Patterns =>
        Hosts.Concat(Paths).Concat(Headers.Values.SelectMany(values => values)).Concat(QueryStrings.Select(query => $"{query.Key}{query.Value}"));
}
