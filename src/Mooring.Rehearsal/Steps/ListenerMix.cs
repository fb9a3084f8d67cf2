using Mooring.Fleet;
using Mooring.Fleet.Derivation;

namespace Mooring.Rehearsal.Steps;

/// <summary>Mixes the listeners of a deployed load balancer with those of the next fleet.</summary>
/// <param name="forwards">Mixes their forwards.</param>
/// <param name="percent">How much of the change of traffic is done: 0 to 100.</param>
internal sealed class ListenerMix(ForwardMix forwards, int percent)
{
    /// <summary>Whether rules and conditions are those of the next fleet.</summary>
    private bool IsDone => percent == 100;

    /// <summary>The listeners of both, under the names of the next fleet where both have them.</summary>
    public IReadOnlyDictionary<string, ListenerSpec> Of(IReadOnlyDictionary<string, ListenerSpec> from, IReadOnlyDictionary<string, ListenerSpec> to)
    {
        var mixed = new OrderedDictionary<string, ListenerSpec>(
            to.Select(pair => KeyValuePair.Create(pair.Key, OriginalNames.Listener(from, pair.Key, pair.Value) is { } old ? Of(old, pair.Value) : pair.Value))
        );
        var renamed = to.Where(pair => !from.ContainsKey(pair.Key)).Select(pair => pair.Value.Renamed).ToHashSet();
        foreach (var (name, old) in from.Where(pair => !renamed.Contains(pair.Key)))
        {
            mixed.TryAdd(name, old);
        }

        return mixed;
    }

    /// <summary>Clients may still ask for the names in a certificate that goes.</summary>
    private ListenerSpec Of(ListenerSpec from, ListenerSpec to) =>
        to with
        {
            AdditionalCertificates =
            [
                .. to
                    .AdditionalCertificates.Concat(from.AdditionalCertificates)
                    .Concat(from.Certificate is { } old && to.Certificate is not null ? [old] : [])
                    .Distinct()
                    .Where(certificate => certificate != to.Certificate),
            ],
            DefaultAction = from.DefaultAction is null || to.DefaultAction is null ? to.DefaultAction : Of(from.DefaultAction, to.DefaultAction),
            Rules = IsDone ? Done(from, to) : [.. from.Rules.Select(rule => NextOf(rule, from, to) is { } next ? Of(rule, next) : rule)],
        };

    /// <summary>The rules of the next fleet, and behind them those that it does not have: they are taken away later.</summary>
    private IReadOnlyList<RuleSpec> Done(ListenerSpec from, ListenerSpec to)
    {
        var (priorities, names) = (to.Rules.SelectMany(PrioritiesOf).ToHashSet(), SplitRules.Of(to.Rules).Select(part => part.Name).ToHashSet());
        return
        [
            .. to.Rules.Select(next => from.Rules.FirstOrDefault(rule => NextOf(rule, from, to) == next) is { } old ? Of(old, next) : next),
            .. from.Rules.Where(rule => NextOf(rule, from, to) is null && !PrioritiesOf(rule).Any(priorities.Contains) && !names.Contains(rule.Name)),
        ];
    }

    private static IEnumerable<int?> PrioritiesOf(RuleSpec rule) =>
        rule.Priority is { } priority ? SplitRules.PartsOf(rule, priority).Select(part => (int?)part.Priority).Append(priority) : [null];

    /// <summary>A rule under the name that it has in the next fleet.</summary>
    private static RuleSpec? NextOf(RuleSpec rule, ListenerSpec from, ListenerSpec to) =>
        to.Rules.FirstOrDefault(next => next.Name == rule.Name)
        ?? to.Rules.FirstOrDefault(next => next.Renamed == rule.Name && from.Rules.All(other => other.Name != next.Name));

    private RuleSpec Of(RuleSpec old, RuleSpec next)
    {
        var settings = IsDone ? next : old with { Name = next.Name, Renamed = next.Renamed, Adopt = next.Adopt };
        return settings with { Forward = Of(old.Forward, next.Forward) };
    }

    private ActionSpec Of(ActionSpec old, ActionSpec next) => (IsDone ? next : old) with { Forward = Of(old.Forward, next.Forward) };

    private ForwardSpec? Of(ForwardSpec? from, ForwardSpec? to) =>
        from is not null && to is not null ? forwards.Of(from, to, percent)
        : IsDone ? to
        : from;
}
