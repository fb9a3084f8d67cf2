using System.Text.Json;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Priorities;

namespace Mooring.Fleet.Checks;

/// <summary>Checks the rules of a fleet against the deployed ones: changes that AWS refuses half-way, and renames that Terraform cannot know of.</summary>
internal sealed class RuleChangeChecks(FleetSpec fleet, FleetSpec deployed, FaultScope root)
{
    private readonly PriorityRecord _before = PriorityRecord.OfDeployed(deployed);

    /// <summary>Adds the errors of the change.</summary>
    public void Check()
    {
        foreach (var (name, loadBalancer) in fleet.LoadBalancers.Where(pair => deployed.LoadBalancers.ContainsKey(pair.Key)))
        {
            var scope = root.At(fleet.LoadBalancers).Entry(name).At(loadBalancer.Listeners);
            foreach (var (listenerName, listener) in loadBalancer.Listeners)
            {
                if (deployed.LoadBalancers[name].Listeners.TryGetValue(listenerName, out var before))
                {
                    var rules = scope.Entry(listenerName).At(listener.Rules);
                    CheckNames(listener.Rules, before.Rules, rules);
                    new TakenPriorityChecks(listener.Rules, _before.Of(name, listenerName)!, rules).Check();
                }
            }
        }
    }

    private static void CheckNames(IReadOnlyList<RuleSpec> rules, IReadOnlyList<RuleSpec> before, FaultScope scope)
    {
        foreach (var (index, rule) in rules.Index())
        {
            var at = scope.Entry(index);
            var isDeployed = before.Any(other => other.Name == rule.Name);
            if (rule.Renamed is { } old)
            {
                at.At(rule.Renamed).AddIf(RenameFault(rule.Name, old, isDeployed, wasDeployed: before.Any(other => other.Name == old)));
            }
            else if (!isDeployed && before.FirstOrDefault(other => IsGone(other, rules) && IsSame(other, rule)) is { } gone)
            {
                at.At(rule.Name)
                    .Add(
                        $"must have 'renamed: {gone.Name}' beside it: rule '{gone.Name}' of the deployed fleet is the same but for its name, and without "
                            + $"'renamed' Terraform destroys it and creates another one, got '{rule.Name}'"
                    );
            }
        }
    }

    private static string? RenameFault(string name, string old, bool isDeployed, bool wasDeployed) =>
        (isDeployed, wasDeployed) switch
        {
            (true, true) => $"must be left out: the deployed fleet has rule '{name}' already, beside '{old}', which this change deletes",
            (false, false) => $"must be the name of a rule of the deployed listener, got '{old}'",
            _ => null,
        };

    private static bool IsGone(RuleSpec rule, IReadOnlyList<RuleSpec> rules) => !rules.Any(other => other.Name == rule.Name || other.Renamed == rule.Name);

    /// <summary>Whether two rules have the same conditions and the same action.</summary>
    private static bool IsSame(RuleSpec one, RuleSpec other) => Contents(one) == Contents(other);

    private static string Contents(RuleSpec rule) => JsonSerializer.Serialize(rule with { Name = string.Empty, Renamed = null, Adopt = null, Priority = null });
}
