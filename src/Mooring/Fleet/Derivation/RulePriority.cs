namespace Mooring.Fleet.Derivation;

/// <summary>Derives the priorities of rules that give none, where none is recorded.</summary>
internal static class RulePriority
{
    /// <summary>The step between two derived priorities, which leaves room for rules with an explicit priority.</summary>
    public const int Step = 10;

    /// <summary>
    /// The rules with their priorities: the given one or, by default, 10, 20, 30 … in the order of the rules without one, where no rule gives that
    /// number.
    /// </summary>
    public static IEnumerable<(RuleSpec Rule, int Priority)> Of(IReadOnlyList<RuleSpec> rules)
    {
        var given = rules.Select(rule => rule.Priority).ToHashSet();
        var derived = 0;
        foreach (var rule in rules)
        {
            yield return (rule, rule.Priority ?? Next());
        }

        int Next()
        {
            do
            {
                derived += Step;
            } while (given.Contains(derived));

            return derived;
        }
    }
}
