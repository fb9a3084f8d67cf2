using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>
/// Checks that no host of a split rule goes to an earlier part than the one that it is deployed in. Terraform changes the later part first: the host would be
/// in no part meanwhile, and its requests would meet the default action.
/// </summary>
internal static class HostMoveChecks
{
    /// <summary>Adds the errors of a listener.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="deployed">The deployed ones.</param>
    /// <param name="scope">The place of the rules.</param>
    public static void Check(IReadOnlyList<RuleSpec> rules, IReadOnlyList<RuleSpec> deployed, FaultScope scope)
    {
        var (now, before) = (PartsOf(rules), PartsOf(deployed));
        foreach (var (index, rule) in rules.Index())
        {
            var old = rule.Renamed is { } former && !before.Contains(rule.Name) ? before[former] : before[rule.Name];
            var places = old.SelectMany(part => part.Hosts.Select(host => (host, part.Number))).DistinctBy(place => place.host).ToDictionary();
            foreach (var part in now[rule.Name])
            {
                foreach (var host in part.Hosts.Where(host => places.GetValueOrDefault(host) > part.Number))
                {
                    scope
                        .Entry(index)
                        .At(rule.Hosts)
                        .Add(
                            $"must have '{host}' in part {places[host]} of the rule, where it is deployed, got part {part.Number}: Terraform would take it out "
                                + "of the one before it is in the other; bring back 'fleet.priorities.json' as it was when the fleet was deployed"
                        );
                }
            }
        }
    }

    private static ILookup<string, RulePart> PartsOf(IReadOnlyList<RuleSpec> rules) => SplitRules.Of(rules).ToLookup(part => part.Rule.Name);
}
