using Mooring.Fleet;
using Mooring.Rehearsal.Traffic;
using Mooring.StandIns.Controller;
using Mooring.StandIns.Remote;

namespace Mooring.Rehearsal.Steps;

/// <summary>The run of a step: its stacks are destroyed and applied, Argo CD follows, and everything that is done is noted.</summary>
/// <param name="step">The step.</param>
/// <param name="name">What findings call it.</param>
/// <param name="stacks">The synthesized stacks of its fleet, in the order in which they are applied.</param>
/// <param name="live">The stacks that are applied.</param>
/// <param name="watch">Follows traffic.</param>
/// <param name="gitOps">Argo CD.</param>
/// <param name="account">The account.</param>
internal sealed class StepRun(
    FleetStep step,
    string name,
    IReadOnlyList<RehearsedStack> stacks,
    LiveStacks live,
    TrafficWatch watch,
    StepGitOps gitOps,
    PretendedAccount account
)
{
    private readonly List<StepAction> _actions = [];
    private readonly Dictionary<string, string> _applied = [];

    /// <summary>Called with what is done next.</summary>
    public required Action<string> OnStack { get; init; }

    /// <summary>The Terraform JSON of the stacks that were applied.</summary>
    public IReadOnlyDictionary<string, string> Applied => _applied;

    /// <summary>Runs the step.</summary>
    /// <param name="fleet">Its fleet.</param>
    /// <returns>What is done in it.</returns>
    public async Task<IReadOnlyList<StepAction>> RunAsync(FleetSpec fleet)
    {
        Do(step.Before);
        foreach (var stack in step.Destroy)
        {
            await DestroyAsync(stack);
        }

        var left = LeftStacks.Of(live.All, stacks);
        await DestroyAsync(left.First);
        await ApplyAsync((step.IsBackward ? stacks.Reverse() : stacks).Except(left.AppliedLast));
        if (step.Only is null)
        {
            MergeGitOps(fleet);
        }

        await DestroyAsync(left.Last);
        await ApplyAsync(left.AppliedLast);
        Restart();
        Do(step.After);
        return _actions;
    }

    private bool IsMeant(RehearsedStack stack) => step.Only?.Contains(stack.Name) ?? true;

    private void Do(IEnumerable<string> texts) => _actions.AddRange(texts.Select(text => new StepAction(StepActionKind.Do, text)));

    private async Task ApplyAsync(IEnumerable<RehearsedStack> changing)
    {
        foreach (var stack in changing.Where(stack => IsMeant(stack) && live.IsChanged(stack)))
        {
            await ApplyAsync(stack);
        }
    }

    private async Task ApplyAsync(RehearsedStack stack)
    {
        Begin(stack.Name);
        if (step.BeforeStack.TryGetValue(stack.Name, out var text))
        {
            Do([text]);
        }

        var plan = await FleetRehearsal.Name(stack, stack.PlanAndApplyAsync);
        var content = live.Add(stack);
        gitOps.Settle();
        if (plan.HasChanges)
        {
            _applied[stack.Name] = content;
            _actions.Add(new StepAction(StepActionKind.Apply, stack.Name) { Plan = plan });
        }
    }

    private async Task DestroyAsync(IEnumerable<RehearsedStack> left)
    {
        foreach (var stack in left.Where(IsMeant))
        {
            await DestroyAsync(stack.Name);
        }
    }

    private async Task DestroyAsync(string stackName)
    {
        if (live.Take(stackName) is { } stack)
        {
            Begin($"{stackName}, destroying");
            var destroyed = await FleetRehearsal.Name(stack, () => FleetRehearsal.DestroyAsync(stack));
            gitOps.Settle();
            if (destroyed.Resources > 0)
            {
                _actions.Add(new StepAction(StepActionKind.Destroy, stackName) { Plan = destroyed.Plan });
            }
        }
    }

    private void MergeGitOps(FleetSpec fleet)
    {
        Begin("the GitOps directory");
        if (gitOps.Merge(fleet))
        {
            _actions.Add(new StepAction(StepActionKind.GitOps, "write the GitOps directory and merge it, then wait until Argo CD has synced"));
        }
    }

    private void Restart()
    {
        foreach (var cluster in step.Restart)
        {
            Begin($"restart of the controller of cluster {cluster}");
            account.RestartController(cluster);
            watch.Saw("new pods");
            Do([StepInstructions.Restart(cluster)]);
        }
    }

    private void Begin(string what)
    {
        OnStack($"{name}: {what}");
        watch.Begin($"{name}: {what}");
    }
}
