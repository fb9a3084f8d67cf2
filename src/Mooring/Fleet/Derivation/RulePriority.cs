namespace Mooring.Fleet.Derivation;

/// <summary>Derives the priorities of rules that give none.</summary>
internal static class RulePriority
{
    /// <summary>The step between two derived priorities, which leaves room for rules with an explicit priority.</summary>
    private const int Step = 10;

    /// <summary>
    /// The rules with their priorities: the given one or, by default, 10, 20, 30 … in the order of the rules without one. So a rule that is added
    /// at the end, or anywhere with an explicit priority, changes no other.
    /// </summary>
    public static IEnumerable<(RuleSpec Rule, int Priority)> Of(IReadOnlyList<RuleSpec> rules)
    {
        var derived = 0;
        foreach (var rule in rules)
        {
            yield return (rule, rule.Priority ?? (derived += Step));
        }
    }
}
