using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Priorities;

/// <summary>
/// Gives every rule of a fleet its priority, and the hosts of a split rule their places. Rules of listeners that are only looked up get no priority: others
/// have rules there, too, and each of them must give its own.
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
                    loadBalancer with
                    {
                        Listeners = Map(
                            loadBalancer.Listeners,
                            (listenerName, listener) =>
                                loadBalancer.Existing is not null && listener.Rules.Any(rule => rule.Priority is null)
                                    ? listener
                                    : Number(
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
            return listener with { Rules = [.. SplitRules.Numbered(listener.Rules)] };
        }

        var numbered = listener with { Rules = new ListenerNumbering(listener.Rules, recorded).Run() };
        new TakenPriorityChecks(numbered.Rules, recorded, scope.At(listener.Rules)).Check();
        return numbered;
    }

    /// <summary>The record of the listeners that have a rule without a priority of its own, or one that is split.</summary>
    private PriorityRecord Next(FleetSpec fleet, FleetSpec numbered)
    {
        var loadBalancers = new Dictionary<string, IReadOnlyDictionary<string, ListenerPriorities>>(StringComparer.Ordinal);
        foreach (var (name, loadBalancer) in fleet.LoadBalancers)
        {
            var original = OriginalNames.LoadBalancer(fleet, name);
            var listeners = loadBalancer
                .Listeners.Select(listener => (listener.Key, listener.Value, numbered.LoadBalancers[name].Listeners[listener.Key].Rules))
                .Where(listener =>
                    (loadBalancer.Existing is null && listener.Value.Rules.Any(rule => rule.Priority is null))
                    || listener.Rules.Any(rule => rule.Places is not null)
                )
                .Select(listener => KeyValuePair.Create(listener.Key, (record.Of(original, listener.Key, listener.Value) ?? new()).Next(listener.Rules)))
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
