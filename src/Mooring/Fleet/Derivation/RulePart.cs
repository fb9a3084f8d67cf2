using Mooring.LoadBalancing;

namespace Mooring.Fleet.Derivation;

/// <summary>A rule of a listener as AWS has it: a rule of the fleet, or a part of one that has more hosts than AWS takes.</summary>
/// <param name="Rule">The rule of the fleet.</param>
/// <param name="Number">The number of the part, which it keeps.</param>
/// <param name="Priority">The priority of the part.</param>
/// <param name="Hosts">The hosts of the part.</param>
internal sealed record RulePart(RuleSpec Rule, int Number, int Priority, IReadOnlyList<string> Hosts)
{
    /// <summary>Its name, which no rule of the listener may have.</summary>
    public string Name => NameOf(Rule.Name, Number);

    /// <summary>The conditions of the part.</summary>
    public RuleConditions Conditions => Rule.Conditions with { Hosts = Hosts };

    /// <summary>The name of a part: the first one has the rule's.</summary>
    public static string NameOf(string rule, int number) => number == RulePlaces.First ? rule : $"{rule}-{RulePlaces.Key(number)}";
}
