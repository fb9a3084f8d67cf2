using Mooring.Fleet;
using Mooring.Fleet.Derivation;

namespace Mooring.Page.Model;

/// <summary>Makes the parts of a listener: what its rules are for, the rules, and its default action.</summary>
/// <param name="fleet">The fleet.</param>
/// <param name="warnings">Its warnings.</param>
/// <param name="loadBalancer">The load balancer.</param>
/// <param name="name">Name of the listener.</param>
internal sealed class RuleParts(FleetSpec fleet, PlacedWarnings warnings, string loadBalancer, string name)
{
    private const string AnyHost = "any host";

    private readonly ListenerSpec _listener = fleet.LoadBalancers[loadBalancer].Listeners[name];

    private string Scope => $"{OriginalNames.LoadBalancer(fleet, loadBalancer)}/{_listener.Renamed ?? name}";

    /// <summary>The rules with what they are for, in the order in which they are tried, and the default action behind them.</summary>
    public IEnumerable<(IActionSpec Action, Part Rule, IReadOnlyList<Part> Requests)> All
    {
        get
        {
            foreach (var (rule, priority) in RulePriority.Of(_listener.Rules).OrderBy(rule => rule.Priority))
            {
                yield return (rule, Rule(rule, [.. SplitRules.PartsOf(rule, priority).Select(part => part.Priority)]), [.. RequestsOf(rule)]);
            }

            if (_listener.DefaultAction is { } action)
            {
                yield return (action, DefaultAction(action), [Request($"every other request to {loadBalancer}:{_listener.Port}", string.Empty)]);
            }
        }
    }

    private string Path => $"loadBalancers.{loadBalancer}.listeners.{name}";

    private PartDetail Listener => new("listener", $"{loadBalancer}/{name} {ListenerWords.Of(_listener)}");

    private Part Rule(RuleSpec rule, IReadOnlyList<int> priorities) =>
        new(new(PartKind.Rule, Scope, $"rule {rule.Renamed ?? rule.Name}"), rule.Name)
        {
            Details = [Listener, new("priority", string.Join(", ", priorities)), .. FurtherConditions(rule), .. ActionWords.Of(rule)],
            Warnings = warnings.At($"{Path}.rules[{_listener.Rules.ToList().IndexOf(rule)}]"),
        };

    private Part DefaultAction(ActionSpec action) =>
        new(new(PartKind.Rule, Scope, "default action"), "default action")
        {
            Details = [Listener, .. ActionWords.Of(action)],
            Warnings = warnings.At($"{Path}.defaultAction"),
        };

    private IEnumerable<Part> RequestsOf(RuleSpec rule) =>
        from host in rule.Hosts.Concat(rule.HostRegexes.Select(Matching)).DefaultIfEmpty(AnyHost)
        from path in rule.Paths.Concat(rule.PathRegexes.Select(regex => $" {Matching(regex)}")).DefaultIfEmpty(string.Empty)
        select Request(host, path);

    /// <summary>A regular expression, told apart from a host name or a path.</summary>
    private static string Matching(string regex) => $"~ {regex}";

    private Part Request(string host, string path) =>
        new(new(PartKind.Request, OriginalNames.LoadBalancer(fleet, loadBalancer), $"{host}{path}"), $"{host}{(host == AnyHost ? " " : "")}{path}".TrimEnd());

    private static IEnumerable<PartDetail> FurtherConditions(RuleSpec rule)
    {
        IEnumerable<(string Name, IEnumerable<string> Values)> conditions =
        [
            ("methods", rule.Methods),
            .. rule.Headers.Select(header => ($"header {header.Key}", header.Value.AsEnumerable())),
            .. rule.HeaderRegexes.Select(header => ($"header {header.Key} ~", header.Value.AsEnumerable())),
            ("query", rule.QueryStrings.Select(query => query.Key is null ? query.Value : $"{query.Key}={query.Value}")),
            ("source IPs", rule.SourceIps),
            ("host rewritten", rule.Transforms?.HostHeader is { } host ? [$"{host.Regex} to {host.Replace}"] : []),
            ("URL rewritten", rule.Transforms?.Url is { } url ? [$"{url.Regex} to {url.Replace}"] : []),
        ];
        return conditions.Where(condition => condition.Values.Any()).Select(condition => new PartDetail(condition.Name, string.Join(", ", condition.Values)));
    }
}
