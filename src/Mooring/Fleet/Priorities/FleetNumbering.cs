using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Priorities;

/// <summary>
/// Gives every rule of a fleet its priority. Rules of listeners that are only looked up are left out: others have rules there, too, and each of them
/// must give its own.
/// </summary>
internal sealed class FleetNumbering(PriorityRecord record, FaultScope root)
{
    /// <summary>Numbers a fleet, which may have faults.</summary>
    /// <returns>The fleet, and the record that follows.</returns>
    public (FleetSpec Fleet, PriorityRecord Record) Number(FleetSpec fleet)
    {
        var numbered = fleet with
        {
            LoadBalancers = Map(
                fleet.LoadBalancers,
                (name, loadBalancer) =>
                    loadBalancer.Existing is not null
                        ? loadBalancer
                        : loadBalancer with
                        {
                            Listeners = Map(
                                loadBalancer.Listeners,
                                (listenerName, listener) =>
                                    Number(
                                        listener,
                                        record.Of(OriginalNames.LoadBalancer(fleet, name), listenerName, listener),
                                        root.At(fleet.LoadBalancers).Entry(name).At(loadBalancer.Listeners).Entry(listenerName)
                                    )
                            ),
                        }
            ),
        };
        return (numbered, Next(fleet, numbered));
    }

    private static ListenerSpec Number(ListenerSpec listener, ListenerPriorities? recorded, FaultScope scope)
    {
        if (recorded is null)
        {
            return listener with { Rules = [.. RulePriority.Of(listener.Rules).Select(pair => pair.Rule with { Priority = pair.Priority })] };
        }

        var priorities = new ListenerNumbering(listener.Rules, recorded).Run();
        var numbered = listener with { Rules = [.. listener.Rules.Zip(priorities, (rule, priority) => rule with { Priority = priority })] };
        new TakenPriorityChecks(numbered.Rules, recorded, scope.At(listener.Rules)).Check();
        return numbered;
    }

    /// <summary>The record of the listeners that have a rule without a priority of its own.</summary>
    private PriorityRecord Next(FleetSpec fleet, FleetSpec numbered)
    {
        var loadBalancers = new Dictionary<string, IReadOnlyDictionary<string, ListenerPriorities>>(StringComparer.Ordinal);
        foreach (var (name, loadBalancer) in fleet.LoadBalancers.Where(pair => pair.Value.Existing is null))
        {
            var original = OriginalNames.LoadBalancer(fleet, name);
            var listeners = loadBalancer
                .Listeners.Where(listener => listener.Value.Rules.Any(rule => rule.Priority is null))
                .Select(listener =>
                    KeyValuePair.Create(
                        listener.Key,
                        (record.Of(original, listener.Key, listener.Value) ?? new()).Next(numbered.LoadBalancers[name].Listeners[listener.Key].Rules)
                    )
                )
                .ToDictionary(StringComparer.Ordinal);
            if (listeners.Count > 0)
            {
                // Where two have one original name, which is a fault, the record is not used.
                loadBalancers[original] = listeners;
            }
        }

        return new() { LoadBalancers = loadBalancers };
    }

    private static OrderedDictionary<string, T> Map<T>(IReadOnlyDictionary<string, T> entries, Func<string, T, T> change) =>
        new(entries.Select(pair => KeyValuePair.Create(pair.Key, change(pair.Key, pair.Value))));
}
