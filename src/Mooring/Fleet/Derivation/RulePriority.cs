using Mooring.LoadBalancing;

namespace Mooring.Fleet.Derivation;

/// <summary>Derives the priorities of rules that give none, where none is recorded.</summary>
internal static class RulePriority
{
    /// <summary>The step between two derived priorities, which leaves room for rules with an explicit priority.</summary>
    public const int Step = 10;

    /// <summary>
    /// The rules with their priorities: the given one or, by default, 10, 20, 30 … in the order of the rules without one, where no rule gives that
    /// number. The further parts of a rule whose hosts are split have the numbers behind it.
    /// </summary>
    public static IEnumerable<(RuleSpec Rule, int Priority)> Of(IReadOnlyList<RuleSpec> rules)
    {
        var given = rules.SelectMany(Given).ToHashSet();
        var (derived, last) = (0, 0);
        foreach (var rule in rules)
        {
            yield return (rule, rule.Priority ?? Next(LastPart(rule)));
        }

        int Next(int parts)
        {
            do
            {
                derived += Step;
            } while (derived <= last || Enumerable.Range(derived, parts).Any(given.Contains));

            last = derived + parts - 1;
            return derived;
        }
    }

    private static IEnumerable<int> Given(RuleSpec rule) =>
        rule.Priority is not { } priority ? []
        : RuleLimits.Priority(priority) is not null ? [priority]
        : HostPlacement.Of(rule, rule.Places).Keys.Append(RulePlaces.First).Select(part => SplitRules.PriorityOf(rule, priority, part));

    private static int LastPart(RuleSpec rule) => HostPlacement.Of(rule, rule.Places).Keys.Max();
}
