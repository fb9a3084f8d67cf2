using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;
using Mooring.Fleet.Writing;
using Mooring.Rehearsal.Terraform;
using Mooring.Rehearsal.Traffic;

namespace Mooring.Rehearsal.Steps;

/// <summary>
/// Rehearses steps one after the other, in one account: each fleet passes the checks against the one before, Terraform applies its stacks, Argo CD follows,
/// and traffic is followed from the first change to the last.
/// </summary>
public sealed class StepRehearsal
{
    private readonly RehearsalSession _session;
    private readonly Action<string> _onStep;
    private readonly LiveStacks _live = new();
    private readonly StepGitOps _gitOps;
    private readonly List<RehearsedStep> _steps = [];
    private readonly FleetSpec _first;
    private FleetSpec _current;

    private StepRehearsal(RehearsalSession session, FleetSpec deployed, Action<string> onStep) =>
        (_session, _first, _current, _onStep, _gitOps) = (session, deployed, deployed, onStep, new StepGitOps(session.Account));

    /// <summary>Plans and rehearses the steps from a deployed fleet to the next one.</summary>
    /// <param name="session">The session.</param>
    /// <param name="deployed">The deployed fleet.</param>
    /// <param name="fleet">The next fleet.</param>
    /// <param name="percentages">How much of the change of weights is done in steps of its own before the whole, 1 to 99, ascending.</param>
    /// <param name="onStep">Called with what is done next.</param>
    /// <exception cref="TerraformException">Terraform is missing or too old, or refuses the deployed fleet.</exception>
    public static async Task<StepPlan> PlanAsync(
        RehearsalSession session,
        FleetSpec deployed,
        FleetSpec fleet,
        IReadOnlyList<int> percentages,
        Action<string> onStep
    )
    {
        var planner = new StepPlanner(deployed, fleet) { Percentages = percentages };
        return planner.Obstacle is { } obstacle
            ? new StepPlan([], null) { Obstacle = obstacle }
            : (await RunAsync(session, deployed, planner.Plan(), onStep)) with
            {
                Notes = planner.Notes,
            };
    }

    /// <summary>Rehearses steps.</summary>
    /// <param name="session">The session.</param>
    /// <param name="deployed">The deployed fleet.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="onStep">Called with what is done next.</param>
    /// <exception cref="TerraformException">Terraform is missing or too old, or refuses the deployed fleet.</exception>
    public static async Task<StepPlan> RunAsync(RehearsalSession session, FleetSpec deployed, IReadOnlyList<FleetStep> steps, Action<string> onStep)
    {
        var rehearsal = new StepRehearsal(session, deployed, onStep);
        await rehearsal.DeployAsync();
        return await rehearsal.RunAsync(steps);
    }

    private async Task DeployAsync()
    {
        foreach (var stack in await FleetRehearsal.DeployAsync(_session, _current, _onStep))
        {
            _live.Add(stack);
        }

        _gitOps.Merge(_current);
    }

    private async Task<StepPlan> RunAsync(IReadOnlyList<FleetStep> steps)
    {
        var watch = new TrafficWatch(_session.Account);
        _gitOps.Watch(watch);
        foreach (var step in steps)
        {
            try
            {
                await RunAsync(step, watch);
            }
            catch (TerraformException exception)
            {
                return Refused(step, watch, exception.Message);
            }
            catch (FleetException exception)
            {
                return Refused(step, watch, string.Join("; ", exception.Faults.Select(fault => $"{fault.Path} {fault.Message}")));
            }
        }

        return new StepPlan(_steps, watch.End() with { NotFollowed = RehearsedArgoCd.NotFollowed(_first, _current) });
    }

    private StepPlan Refused(FleetStep step, TrafficWatch watch, string why)
    {
        _ = watch.End();
        return new StepPlan(_steps, null) { Obstacle = $"step {_steps.Count + 1}, {step.Name}: {why}" };
    }

    private async Task RunAsync(FleetStep step, TrafficWatch watch)
    {
        var text = FleetYaml.Write(step.Fleet);
        var (fleet, _) = new FleetReader($"step {step.Name}", new WarningOptions()) { Deployed = _current }.Read(text);
        var stacks = await _session.SynthesizeAsync(fleet);
        var run = new StepRun(step, $"step {_steps.Count + 1}, {step.Name}", stacks, _live, watch, _gitOps, _session.Account) { OnStack = _onStep };
        var actions = await run.RunAsync(fleet);
        watch.Rest();
        _current = fleet;
        if (actions.Any(action => action.Kind != StepActionKind.Do))
        {
            _steps.Add(new RehearsedStep(step, actions) { FleetFile = text, Stacks = run.Applied });
        }
    }
}
