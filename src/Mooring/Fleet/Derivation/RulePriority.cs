namespace Mooring.Fleet.Derivation;

/// <summary>Derives the priorities of rules that give none.</summary>
internal static class RulePriority
{
    /// <summary>What lies between two derived priorities, so that a rule with one of its own fits in between.</summary>
    private const int Step = 10;

    /// <summary>
    /// The rules with their priorities: their own, or 10, 20, 30 … by their place among those that have none of their own. So
    /// a rule added at the end, or anywhere with a priority of its own, changes no other.
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
