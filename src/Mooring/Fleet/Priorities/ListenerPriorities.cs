using System.Globalization;

namespace Mooring.Fleet.Priorities;

/// <summary>The recorded priorities of a listener's rules.</summary>
internal sealed record ListenerPriorities
{
    /// <summary>How many retired priorities are remembered.</summary>
    private const int MostRetired = 20;

    /// <summary>The priority of each rule, by its name.</summary>
    public IReadOnlyDictionary<string, int> Rules { get; init; } = new Dictionary<string, int>();

    /// <summary>The places of the hosts of each rule that is or was split, by its name, with the priorities of the parts but the first.</summary>
    public IReadOnlyDictionary<string, RulePlaces> Parts { get; init; } = new Dictionary<string, RulePlaces>();

    /// <summary>
    /// Priorities that rules had before they were deleted or moved, the last one at the end. They may still be in use where the change was not
    /// applied yet, so that a derived priority is none of them.
    /// </summary>
    public IReadOnlyList<int> Retired { get; init; } = [];

    /// <summary>All priorities, each with the name and the part of its rule.</summary>
    public IEnumerable<(string Rule, int Part, int Priority)> All =>
        Rules
            .Select(rule => (rule.Key, RulePlaces.First, rule.Value))
            .Concat(Parts.SelectMany(rule => rule.Value.Priorities.Select(part => (rule.Key, int.Parse(part.Key, CultureInfo.InvariantCulture), part.Value))));

    /// <summary>The priority of a rule, under its name or the one that it had before.</summary>
    public int? Of(RuleSpec rule) => NameOf(Rules, rule) is { } name ? Rules[name] : null;

    /// <summary>The priority of a part of a rule.</summary>
    public int? Of(RuleSpec rule, int part) => part == RulePlaces.First ? Of(rule) : PlacesOf(rule)?.PriorityOf(part);

    /// <summary>The places of the hosts of a rule, under its name or the one that it had before.</summary>
    public RulePlaces? PlacesOf(RuleSpec rule) => NameOf(Parts, rule) is { } name ? Parts[name] : null;

    /// <summary>What is recorded of rules.</summary>
    /// <param name="rules">The rules, all with their priorities. Where two have one name, which is a fault, the record is not used.</param>
    public static ListenerPriorities Of(IEnumerable<RuleSpec> rules)
    {
        var now = rules.Select(rule => (Rule: rule, Priority: rule.Priority ?? 0)).OrderBy(each => each.Priority).DistinctBy(each => each.Rule.Name).ToArray();
        return new()
        {
            Rules = new OrderedDictionary<string, int>(now.Select(each => KeyValuePair.Create(each.Rule.Name, each.Priority))),
            Parts = new OrderedDictionary<string, RulePlaces>(
                now.Where(each => each.Rule.Places is not null).Select(each => KeyValuePair.Create(each.Rule.Name, WithoutFirst(each.Rule.Places!)))
            ),
        };
    }

    /// <summary>The record that follows this one.</summary>
    /// <param name="rules">The rules, all with their priorities.</param>
    public ListenerPriorities Next(IReadOnlyList<RuleSpec> rules)
    {
        var next = Of(rules);
        return next with
        {
            Retired = [.. Retired.Concat(All.Select(each => each.Priority).Order()).Except(next.All.Select(each => each.Priority)).TakeLast(MostRetired)],
        };
    }

    private static string? NameOf<T>(IReadOnlyDictionary<string, T> recorded, RuleSpec rule) =>
        recorded.ContainsKey(rule.Name) ? rule.Name
        : rule.Renamed is { } old && recorded.ContainsKey(old) ? old
        : null;

    /// <summary>The priority of the first part is the rule's.</summary>
    private static RulePlaces WithoutFirst(RulePlaces places) =>
        places with
        {
            Priorities = new OrderedDictionary<string, int>(places.Priorities.Where(part => part.Key != RulePlaces.Key(RulePlaces.First))),
        };
}
