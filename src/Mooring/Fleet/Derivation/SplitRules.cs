namespace Mooring.Fleet.Derivation;

/// <summary>Splits rules that have more hosts than AWS takes into parts with the same other conditions, action and transforms.</summary>
internal static class SplitRules
{
    /// <summary>The rules of a listener as AWS has them: of most rules one, of a split one its parts in the order of their numbers.</summary>
    /// <param name="rules">The rules of the fleet. Where they were not numbered, they get what is derived without a record.</param>
    public static IEnumerable<RulePart> Of(IReadOnlyList<RuleSpec> rules) => RulePriority.Of(rules).SelectMany(pair => PartsOf(pair.Rule, pair.Priority));

    /// <summary>A rule of a priority as AWS has it.</summary>
    public static IEnumerable<RulePart> PartsOf(RuleSpec rule, int priority) =>
        HostPlacement.Of(rule, rule.Places).Select(part => new RulePart(rule, part.Key, PriorityOf(rule, priority, part.Key), part.Value));

    /// <summary>The rules with their priorities and the places of their hosts.</summary>
    public static IEnumerable<RuleSpec> Numbered(IReadOnlyList<RuleSpec> rules) =>
        RulePriority.Of(rules).Select(pair => Numbered(pair.Rule, pair.Rule.Places, part => PriorityOf(pair.Rule, pair.Priority, part)));

    /// <summary>A rule with its priority and the places of its hosts.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="before">Where its hosts were; <see langword="null"/> where that is not known.</param>
    /// <param name="priorityOf">The priority of each part; <see langword="null"/> where none is free.</param>
    public static RuleSpec Numbered(RuleSpec rule, RulePlaces? before, Func<int, int?> priorityOf)
    {
        var parts = HostPlacement.Of(rule, before);
        var places = new RulePlaces
        {
            Priorities = new OrderedDictionary<string, int>(
                from part in parts.Keys.Union([RulePlaces.First]).Order()
                where priorityOf(part) is not null
                select KeyValuePair.Create(RulePlaces.Key(part), priorityOf(part)!.Value)
            ),
            Hosts = new OrderedDictionary<string, int>(
                from part in parts
                from host in part.Value.Distinct(StringComparer.Ordinal)
                select KeyValuePair.Create(host, part.Key)
            ),
            Removed = (before ?? new()).RemovedBeside(rule.Hosts.ToHashSet(StringComparer.Ordinal)),
        };
        return rule with { Priority = priorityOf(RulePlaces.First), Places = places.AreSplit ? places : null };
    }

    /// <summary>The priority of a part: the one that it has, or else one that follows the rule's directly.</summary>
    public static int PriorityOf(RuleSpec rule, int priority, int part) =>
        (rule.Places?.PriorityOf(RulePlaces.First) == priority ? rule.Places.PriorityOf(part) : null) ?? (priority + part - RulePlaces.First);
}
