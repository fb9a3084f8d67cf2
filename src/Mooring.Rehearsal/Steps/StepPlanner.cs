using System.Globalization;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Stacks;

namespace Mooring.Rehearsal.Steps;

/// <summary>
/// Plans the steps from a deployed fleet to the next one: what is new is added without traffic, then traffic moves, then what has none is taken away. The
/// plan is a proposal: <see cref="StepRehearsal"/> shows whether it holds.
/// </summary>
internal sealed class StepPlanner
{
    private readonly FleetSpec _deployed;
    private readonly FleetSpec _fleet;
    private readonly TemporaryNames _names;

    /// <summary>Begins a plan.</summary>
    /// <param name="deployed">The deployed fleet.</param>
    /// <param name="fleet">The next fleet.</param>
    public StepPlanner(FleetSpec deployed, FleetSpec fleet)
    {
        (_deployed, _fleet) = (OriginalNames.Of(deployed), OriginalNames.Of(fleet));
        _names = new TemporaryNames(_deployed, _fleet);
    }

    /// <summary>How much of the change of weights is done in steps of its own before the whole: 10, 25, 50 percent.</summary>
    public IReadOnlyList<int> Percentages { get; init; } = [];

    /// <summary>Why there is no way that could be rehearsed; <see langword="null"/> where there is one.</summary>
    public string? Obstacle => _names.Obstacle;

    /// <summary>What the user should know of the plan.</summary>
    public IReadOnlyList<string> Notes => _names.Notes;

    /// <summary>Plans the steps.</summary>
    /// <returns>The steps; some may change no stack.</returns>
    public IReadOnlyList<FleetStep> Plan() =>
        [
            .. _names.AreNeeded ? [.. Between(_deployed, _names.With()), .. Between(_names.With(), _names.Without())] : Between(_deployed, _fleet),
            new(StepKind.Contract, "final", "Put the fleet file in place", _fleet),
        ];

    private IEnumerable<FleetStep> Between(FleetSpec from, FleetSpec to)
    {
        var mix = new FleetMix(from, to);
        var instructions = new StepInstructions(from, to);
        var expanded = mix.Of(0);
        yield return new(StepKind.Expand, "expand", "Add what is new, and change settings; no traffic moves", expanded)
        {
            BeforeStack = instructions.Services(),
            Restart = [.. instructions.Restarts()],
            After = [.. instructions.Health()],
        };

        foreach (var step in HandOver(from, to, expanded))
        {
            yield return step;
        }

        foreach (var percent in Percentages)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"shift-{percent}");
            var title = string.Create(CultureInfo.InvariantCulture, $"Move {percent} % of the traffic that moves");
            yield return new(StepKind.Shift, name, title, WithDeliveries(mix.Of(percent), to)) { After = [.. StepInstructions.Watch()] };
        }

        var shifted = WithDeliveries(mix.Of(100), to);
        yield return new(StepKind.Shift, "shift", "Move traffic", shifted) { After = [.. instructions.Drain(shifted)] };

        foreach (var step in Contract(from, to, shifted))
        {
            yield return step;
        }
    }

    private static IEnumerable<FleetStep> HandOver(FleetSpec from, FleetSpec to, FleetSpec expanded)
    {
        string[] handedOver =
        [
            .. to.Clusters.Keys.Where(name => from.Clusters.TryGetValue(name, out var old) && FleetMix.IsHandedOver(old, to.Clusters[name])),
        ];
        if (handedOver.Length > 0)
        {
            var handing = WithDeliveries(expanded, to);
            yield return new(
                StepKind.HandOver,
                "hand-over",
                "Hand the bindings over to the other delivery",
                Each(handing, (name, cluster) => handedOver.Contains(name) ? cluster with { HandoverFrom = from.Clusters[name].Delivery } : cluster)
            )
            {
                After = [.. handedOver.Select(name => StepInstructions.HandedOver(name, to.Clusters[name].Delivery))],
            };
            yield return new(StepKind.HandOver, "handed-over", "End the handover", handing);
        }
    }

    /// <summary>The deliveries as they are after the handover.</summary>
    private static FleetSpec WithDeliveries(FleetSpec fleet, FleetSpec to) =>
        Each(
            fleet,
            (name, cluster) =>
                to.Clusters.TryGetValue(name, out var next)
                    ? cluster with
                    {
                        Delivery = next.Delivery,
                        HandoverFrom = next.HandoverFrom,
                        Registration = next.Registration,
                    }
                    : cluster
        );

    private static IEnumerable<FleetStep> Contract(FleetSpec from, FleetSpec to, FleetSpec shifted)
    {
        // With the bindings of all forwards named: a cluster still has those that go.
        var named = new FleetMix(to, to).Of(100).LoadBalancers;
        var released = shifted with
        {
            LoadBalancers = shifted.LoadBalancers.Each((name, loadBalancer) => Released(loadBalancer, named.GetValueOrDefault(name))),
        };
        yield return new(StepKind.Contract, "rules", "Take out of the listeners what has no traffic any more", released)
        {
            Before = [.. StepInstructions.Unused(from, to)],
        };

        string[] gone = [.. from.Clusters.Keys.Except(to.Clusters.Keys)];
        foreach (var step in new Departure(released, gone).Steps())
        {
            yield return step;
        }

        string[] unbound = [.. to.Clusters.Keys.Where(name => Unbound(from, to, name).Any())];
        if (unbound.Length > 0)
        {
            yield return new(StepKind.Contract, "bindings", "Take bindings without traffic out of the clusters", to)
            {
                Only = [.. unbound.SelectMany(name => new[] { StackKind.Binding.StackOf(name), StackKind.Registration.StackOf(name) })],
                Before = [.. StepInstructions.Deregistration(unbound.SelectMany(name => Unbound(from, to, name)))],
                After = [.. unbound.Select(name => StepInstructions.Gone(name, to.Clusters[name].Delivery))],
            };
        }

        yield return new(StepKind.Contract, "contract", "Take away the rest", to) { IsBackward = true };
    }

    private static IEnumerable<BindingSpec> Unbound(FleetSpec from, FleetSpec to, string cluster) =>
        from.Clusters.GetValueOrDefault(cluster)?.Bindings.Where(old => to.Clusters[cluster].Bindings.All(next => next.EffectiveName != old.EffectiveName))
        ?? [];

    /// <summary>A load balancer that stays has the listeners of the next fleet; one that goes may be destroyed.</summary>
    private static LoadBalancerSpec Released(LoadBalancerSpec current, LoadBalancerSpec? next) =>
        next is null ? current with { DeletionProtection = false, PreventDestroy = false } : current with { Listeners = next.Listeners };

    private static FleetSpec Each(FleetSpec fleet, Func<string, ClusterSpec, ClusterSpec> change) => fleet with { Clusters = fleet.Clusters.Each(change) };
}
