using Mooring.Fleet;
using Mooring.Rehearsal.Steps;

namespace Mooring.Rehearsal.Tests.Steps;

/// <summary>Runs of stories with other steps than the planned ones.</summary>
internal static class StoryRuns
{
    /// <summary>Rehearses the steps of a story in another way.</summary>
    public static async Task<StepPlan> RunAsync(this Story story, Func<IReadOnlyList<FleetStep>, IReadOnlyList<FleetStep>> change)
    {
        var (deployed, fleet) = (story.Deployed, story.Next);
        await using var session = await RehearsalSession.StartAsync(fleet, deployed);
        return await StepRehearsal.RunAsync(session, deployed, change(new StepPlanner(deployed, fleet).Plan()), _ => { });
    }

    /// <summary>Why steps do not hold.</summary>
    public static IEnumerable<string> Reasons(this StepPlan plan) =>
        plan.Obstacle is { } obstacle ? [obstacle] : plan.Traffic!.Findings.Select(finding => finding.Why);

    /// <summary>A step whose stacks are applied in an order of their own.</summary>
    public static IEnumerable<FleetStep> InOrder(this FleetStep step, params string[] stacks) =>
        stacks.Select((stack, index) => step with { Only = [stack], Restart = index + 1 == stacks.Length ? step.Restart : [] });

    /// <summary>A fleet whose load balancers listen on no port.</summary>
    public static FleetSpec WithoutListeners(this FleetSpec fleet) =>
        fleet with
        {
            LoadBalancers = fleet.LoadBalancers.Each((_, loadBalancer) => loadBalancer with { Listeners = new Dictionary<string, ListenerSpec>() }),
        };

    /// <summary>A fleet whose listeners have no rule.</summary>
    public static FleetSpec WithoutRules(this FleetSpec fleet) =>
        fleet with
        {
            LoadBalancers = fleet.LoadBalancers.Each(
                (_, loadBalancer) => loadBalancer with { Listeners = loadBalancer.Listeners.Each((_, listener) => listener with { Rules = [] }) }
            ),
        };
}
