namespace Mooring.Fleet.Priorities;

/// <summary>The recorded priorities of a listener's rules.</summary>
internal sealed record ListenerPriorities
{
    /// <summary>How many retired priorities are remembered.</summary>
    private const int MostRetired = 20;

    /// <summary>The priority of each rule, by its name.</summary>
    public IReadOnlyDictionary<string, int> Rules { get; init; } = new Dictionary<string, int>();

    /// <summary>
    /// Priorities that rules had before they were deleted or moved, the last one at the end. They may still be in use where the change was not
    /// applied yet, so that a derived priority is none of them.
    /// </summary>
    public IReadOnlyList<int> Retired { get; init; } = [];

    /// <summary>The priority of a rule, under its name or the one that it had before.</summary>
    public int? Of(RuleSpec rule) =>
        Rules.TryGetValue(rule.Name, out var priority) || (rule.Renamed is { } old && Rules.TryGetValue(old, out priority)) ? priority : null;

    /// <summary>The record that follows this one.</summary>
    /// <param name="rules">The rules, all with their priorities. Where two have one name, which is a fault, the record is not used.</param>
    public ListenerPriorities Next(IReadOnlyList<RuleSpec> rules)
    {
        var now = rules.Select(rule => (rule.Name, Priority: rule.Priority ?? 0)).OrderBy(rule => rule.Priority).DistinctBy(rule => rule.Name).ToArray();
        return new()
        {
            Rules = new OrderedDictionary<string, int>(now.Select(rule => KeyValuePair.Create(rule.Name, rule.Priority))),
            Retired = [.. Retired.Concat(Rules.Values.Order()).Except(now.Select(rule => rule.Priority)).TakeLast(MostRetired)],
        };
    }
}
