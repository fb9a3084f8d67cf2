namespace Mooring.Fleet;

/// <summary>Derives the priority of a rule that gives none.</summary>
internal static class RulePriority
{
    /// <summary>What lies between two derived priorities, so that a rule with one of its own fits in between.</summary>
    private const int Step = 10;

    /// <summary>
    /// The rule's own priority, or ten times its place in the list. A rule added at the end changes no other.
    /// </summary>
    public static int Of(RuleSpec rule, int index) => rule.Priority ?? (index + 1) * Step;
}
