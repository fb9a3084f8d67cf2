using Mooring.Fleet.Derivation;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Priorities;

namespace Mooring.Fleet.Checks;

/// <summary>
/// Checks the listeners and rules of a fleet against the deployed ones: changes that AWS refuses half-way, and renames that Terraform cannot know of.
/// </summary>
/// <param name="fleet">The fleet.</param>
/// <param name="deployed">The deployed fleet.</param>
/// <param name="contents">What the parts of the fleet contain.</param>
/// <param name="contentsBefore">What the parts of the deployed one contain.</param>
/// <param name="root">The scope of the whole file.</param>
internal sealed class RuleChangeChecks(FleetSpec fleet, FleetSpec deployed, PartContents contents, PartContents contentsBefore, FaultScope root)
{
    private static readonly MovedNameChecks s_listeners = new("listener", "load balancer", "in");
    private static readonly MovedNameChecks s_rules = new("rule", "listener", "beside");

    private readonly PriorityRecord _before = PriorityRecord.OfDeployed(deployed);
    private readonly FleetSpec _now = OriginalNames.Of(fleet);
    private readonly FleetSpec _deployed = OriginalNames.Of(deployed);

    /// <summary>Adds the errors of the change.</summary>
    public void Check()
    {
        foreach (var (name, loadBalancer) in fleet.LoadBalancers)
        {
            var original = OriginalNames.LoadBalancer(fleet, name);
            if (_deployed.LoadBalancers.TryGetValue(original, out var before))
            {
                var scope = root.At(fleet.LoadBalancers).Entry(name).At(loadBalancer.Listeners);
                CheckListeners(_now.LoadBalancers[original], before, scope);
                CheckRules(original, loadBalancer, before, scope);
            }
        }
    }

    private void CheckListeners(LoadBalancerSpec loadBalancer, LoadBalancerSpec before, FaultScope scope)
    {
        s_listeners.Check(
            [
                .. loadBalancer.Listeners.Select(pair =>
                    (EntryOf(pair.Key, contents.Contents(pair.Value), pair.Value.Renamed), scope.Entry(pair.Key), scope.Entry(pair.Key).Entry("renamed"))
                ),
            ],
            [.. before.Listeners.Select(pair => EntryOf(pair.Key, contentsBefore.Contents(pair.Value), pair.Value.Renamed))]
        );
    }

    private void CheckRules(string original, LoadBalancerSpec loadBalancer, LoadBalancerSpec before, FaultScope scope)
    {
        foreach (var (name, listener) in loadBalancer.Listeners)
        {
            var old = OriginalNames.Listener(before.Listeners, name, listener);
            if (old is not null)
            {
                var rules = scope.Entry(name).At(listener.Rules);
                var now = contents.Contents(_now.LoadBalancers[original].Listeners[name]).Rules;
                s_rules.Check(
                    [
                        .. listener.Rules.Select(
                            (rule, index) => (EntryOf(now[index], rule.Renamed), rules.Entry(index).At(rule.Name), rules.Entry(index).At(rule.Renamed))
                        ),
                    ],
                    [.. contentsBefore.Contents(old).Rules.Select(rule => EntryOf(rule, renamed: null))]
                );
                new TakenPriorityChecks(listener.Rules, _before.Of(original, name, listener)!, rules).Check();
                HostMoveChecks.Check(listener.Rules, old.Rules, rules);
            }
        }
    }

    private static MovedNameChecks.Entry EntryOf(string name, ListenerSpec contents, string? renamed) => new(name, renamed, PartContents.Text(contents));

    private static MovedNameChecks.Entry EntryOf(RuleSpec contents, string? renamed) =>
        new(contents.Name, renamed, PartContents.Text(contents with { Name = string.Empty }));
}
