using System.Collections.ObjectModel;
using System.Text.Json.Serialization;

namespace Mooring.Fleet;

/// <summary>
/// Defines a rule of a listener: which requests, and what is done with them. A request must meet every kind of condition that
/// is given, and of a kind any one of its values; all together have at most 5 values and 5 wildcards (<c>*</c>, <c>?</c>), where
/// <c>hosts</c> are split over as many rules as they need.
/// </summary>
[ListKey("name")]
public sealed record RuleSpec : IActionSpec
{
    /// <summary>Name of the rule, unique in its listener. It identifies the rule: without <c>renamed</c>, another name is another rule.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Name that the rule had before: a <c>moved</c> block of Terraform takes the rule along, with its priority. It can be removed once the change is
    /// applied.
    /// </summary>
    /// <value>Defaults to none.</value>
    public string? Renamed { get; init; }

    /// <summary>
    /// ARN of the rule with this priority that already exists: Terraform imports it and owns it from then on. Of a rule whose <c>hosts</c> are split it is the
    /// first part; Terraform creates the others before it changes that one.
    /// </summary>
    /// <value>Defaults to none: the rule is created.</value>
    public string? Adopt { get; init; }

    /// <summary>
    /// Place in the order in which rules are tried, 1 to 50000, unique in its listener. Part 2 of a rule whose <c>hosts</c> are split has the next number, and
    /// so on, which no other rule may have.
    /// </summary>
    /// <value>
    /// Defaults to the one that <c>fleet.priorities.json</c> has recorded, and to 10, 20, 30 … by its place among the rules that give none where
    /// nothing is recorded. Required where the load balancer is <c>existing</c>: others have rules there.
    /// </value>
    public int? Priority { get; init; }

    /// <summary>
    /// Host names, wildcards allowed, one of which a request must be for. AWS takes 5 values a rule: with more, the rule becomes several in AWS, its parts,
    /// with the same other conditions, action and transforms. Part 2 of rule <c>shop</c> is <c>shop-2</c>. <c>fleet.priorities.json</c> records which host
    /// is in which part, so that none moves when others are added or removed: <c>hosts: [a.example.com, … g.example.com]</c>.
    /// </summary>
    /// <value>Defaults to any.</value>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>
    /// Regular expressions, 1 to 128 characters each, one of which the host name must match, instead of <see cref="Hosts"/>. They have no lookarounds,
    /// backreferences, atomic groups, possessive quantifiers and classes of Unicode.
    /// </summary>
    /// <value>Defaults to any.</value>
    public IReadOnlyList<string> HostRegexes { get; init; } = [];

    /// <summary>Paths, wildcards allowed, one of which a request must be for.</summary>
    /// <value>Defaults to any.</value>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Regular expressions, one of which the path must match, instead of <see cref="Paths"/>.</summary>
    /// <value>Defaults to any.</value>
    public IReadOnlyList<string> PathRegexes { get; init; } = [];

    /// <summary>HTTP methods, in capitals, one of which a request must have.</summary>
    /// <value>Defaults to any.</value>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Values of headers by the headers' names, wildcards allowed in the values; a request must have every header named.</summary>
    /// <value>Defaults to any.</value>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; init; } = ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>Regular expressions of headers' values by the headers' names; a request must have every header named.</summary>
    /// <value>Defaults to any.</value>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> HeaderRegexes { get; init; } = ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>Parameters of the query string, one of which a request must have.</summary>
    /// <value>Defaults to any.</value>
    public IReadOnlyList<QueryStringSpec> QueryStrings { get; init; } = [];

    /// <summary>CIDR blocks of clients' addresses, one of which a request must be from.</summary>
    /// <value>Defaults to any.</value>
    public IReadOnlyList<string> SourceIps { get; init; } = [];

    /// <summary>
    /// What is rewritten in a request before a target gets it. Removed, it leaves the rule's transforms as they are: write <c>transforms: {}</c> first.
    /// </summary>
    /// <value>Defaults to none where Terraform creates the rule, and otherwise as they are.</value>
    public TransformsSpec? Transforms { get; init; }

    /// <inheritdoc/>
    public ForwardSpec? Forward { get; init; }

    /// <inheritdoc/>
    public RedirectSpec? Redirect { get; init; }

    /// <inheritdoc/>
    public FixedResponseSpec? FixedResponse { get; init; }

    /// <summary>
    /// The places of its hosts, where they are or were split; <see langword="null"/> where they were not, or were not numbered: then they are placed in
    /// their order.
    /// </summary>
    [JsonInclude]
    internal RulePlaces? Places { get; init; }

    /// <summary>The conditions together, as limits and constructs take them.</summary>
    internal LoadBalancing.RuleConditions Conditions =>
        new()
        {
            Hosts = Hosts,
            HostRegexes = HostRegexes,
            Paths = Paths,
            PathRegexes = PathRegexes,
            Methods = Methods,
            Headers = Headers,
            HeaderRegexes = HeaderRegexes,
            QueryStrings = [.. QueryStrings.Select(query => new LoadBalancing.QueryStringCondition { Key = query.Key, Value = query.Value })],
            SourceIps = SourceIps,
        };
}
