using Mooring.Fleet;
using Mooring.Rehearsal.Terraform;
using Mooring.Rehearsal.Traffic;

namespace Mooring.Rehearsal;

/// <summary>The rehearsal of a stack: Terraform accepts it, applies it, plans no changes afterwards, and can destroy it.</summary>
public static class FleetRehearsal
{
    /// <summary>Rehearses a whole fleet and reports what it finds.</summary>
    /// <param name="session">The session.</param>
    /// <param name="fleet">The fleet, without faults.</param>
    /// <param name="deployed">The fleet as it is deployed; <see langword="null"/> for an account without it.</param>
    /// <param name="report">Receives the results.</param>
    /// <param name="onStack">Called with what is done next.</param>
    /// <returns>What became of traffic meanwhile.</returns>
    /// <exception cref="TerraformException">
    /// Terraform is missing or too old, something is refused or wrong, or a TargetGroupBinding registers no targets.
    /// </exception>
    public static async Task<TrafficReport> RunAsync(
        RehearsalSession session,
        FleetSpec fleet,
        FleetSpec? deployed,
        IRehearsalReport report,
        Action<string> onStack
    )
    {
        report.WriteHeading();
        var before = deployed is null ? [] : await DeployAsync(session, deployed, onStack);
        var change = new ChangeRehearsal(session, fleet, deployed, report, onStack);
        var stacks = await session.SynthesizeAsync(fleet, onStack);
        var traffic = await change.RunAsync(before, stacks);
        BoundTargets.Require(session.Account, fleet);
        report.WriteTotal(fleet);
        report.Write(traffic);
        await DestroyAsync(stacks, report, onStack);
        return traffic;
    }

    /// <summary>Applies a fleet as it is deployed before the rehearsal.</summary>
    /// <returns>Its stacks, in the order in which they are applied.</returns>
    /// <exception cref="TerraformException">Terraform is missing or too old, or refuses something.</exception>
    internal static async Task<IReadOnlyList<RehearsedStack>> DeployAsync(RehearsalSession session, FleetSpec deployed, Action<string> onStack)
    {
        var stacks = await session.SynthesizeAsync(deployed, onStack);
        await StackGraph.ForwardAsync(
            stacks,
            stack =>
            {
                onStack($"{stack.Name} as it is deployed");
                return Name(stack, stack.DeployWithoutPlanAsync);
            }
        );
        return stacks;
    }

    /// <summary>Validates a stack, plans it, applies the plan, and plans again.</summary>
    /// <exception cref="TerraformException">Terraform or a provider refuses something, or the second plan is not empty.</exception>
    public static async Task<StackRehearsal> ApplyAsync(RehearsedStack stack)
    {
        await stack.ValidateAsync();
        var plan = Plan.Empty;
        var calls = await stack.CallsOfAsync(async () => plan = await stack.PlanAsync());
        if (!plan.HasChanges)
        {
            // Nothing to apply. A plan that only moves resources changes nothing either, and has to be applied: the state gets their new addresses.
            return new StackRehearsal(stack.Name, plan, calls);
        }

        await stack.ApplyAsync();
        var again = plan;
        calls = await stack.CallsOfAsync(async () => again = await stack.PlanAsync());
        return again.IsEmpty
            ? new StackRehearsal(stack.Name, plan, calls) { AdoptedDefaults = await stack.AdoptedDefaultsAsync(plan) }
            : throw new TerraformException($"the second plan must be empty, but changes {string.Join(", ", again.ToDo)}");
    }

    /// <summary>Destroys the resources of a stack. Where something is protected, the protection is removed after it was effective.</summary>
    /// <returns>The plan, and whether it was refused at first.</returns>
    /// <exception cref="TerraformException">Terraform or a provider refuses something, or does not refuse it where it should.</exception>
    public static Task<StackDestruction> DestroyAsync(RehearsedStack stack) => new StackEnd(stack).DestroyAsync();

    private static async Task DestroyAsync(IReadOnlyList<RehearsedStack> stacks, IRehearsalReport report, Action<string> onStack)
    {
        var destructions = await StackGraph.BackwardAsync(
            stacks,
            stack =>
            {
                onStack($"{stack.Name}, destroying");
                return Name(stack, new StackEnd(stack).DestroyWithoutPlanAsync);
            }
        );
        report.Write(destructions);
    }

    /// <summary>Runs a step of a stack, and adds the name of the stack to its error.</summary>
    internal static async Task<T> Name<T>(RehearsedStack stack, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (TerraformException exception)
        {
            throw new TerraformException($"{stack.Name}: {exception.Message}");
        }
    }
}
