using Mooring.Fleet;
using Mooring.Rehearsal.Terraform;

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
    /// <exception cref="TerraformException">
    /// Terraform is missing or too old, something is refused or wrong, or a TargetGroupBinding registers no targets.
    /// </exception>
    public static async Task RunAsync(RehearsalSession session, FleetSpec fleet, FleetSpec? deployed, RehearsalReport report, Action<string> onStack)
    {
        report.WriteHeading();
        var before = deployed is null ? [] : await session.SynthesizeAsync(deployed, onStack);
        foreach (var stack in before)
        {
            onStack($"{stack.Name} as it is deployed");
            await Name(stack, () => ApplyAsync(stack));
        }

        var stacks = await session.SynthesizeAsync(fleet, onStack);
        var left = LeftStacks.Of(before, stacks);
        foreach (var stack in left.First)
        {
            onStack($"{stack.Name}, destroying");
            report.WriteLeft(await Name(stack, () => DestroyAsync(stack)), "before the others are applied");
        }

        foreach (var stack in stacks)
        {
            onStack(stack.Name);
            report.Write(await Name(stack, () => ApplyAsync(stack)));
        }

        foreach (var stack in left.Last)
        {
            onStack($"{stack.Name}, destroying");
            report.WriteLeft(await Name(stack, () => DestroyAsync(stack)), "after the others are applied");
        }

        BoundTargets.Require(session.Account, fleet);
        report.WriteTotal(fleet);
        await DestroyAsync(stacks, report, onStack);
    }

    /// <summary>Validates a stack, plans it, applies the plan, and plans again.</summary>
    /// <exception cref="TerraformException">Terraform or a provider refuses something, or the second plan is not empty.</exception>
    public static async Task<StackRehearsal> ApplyAsync(RehearsedStack stack)
    {
        await stack.ValidateAsync();
        var plan = await stack.PlanAsync();
        await stack.ApplyAsync();

        var again = plan;
        var calls = await stack.CallsOfAsync(async () => again = await stack.PlanAsync());
        return again.IsEmpty
            ? new StackRehearsal(stack.Name, plan, calls) { AdoptedDefaults = await stack.AdoptedDefaultsAsync(plan) }
            : throw new TerraformException($"the second plan must be empty, but changes {string.Join(", ", again.ToDo)}");
    }

    /// <summary>Destroys the resources of a stack. Where something is protected, the protection is removed after it was effective.</summary>
    /// <returns>The plan, and whether it was refused at first.</returns>
    /// <exception cref="TerraformException">Terraform or a provider refuses something, or does not refuse it where it should.</exception>
    public static Task<StackDestruction> DestroyAsync(RehearsedStack stack) => new StackEnd(stack).ComeAsync();

    private static async Task DestroyAsync(IReadOnlyList<RehearsedStack> stacks, RehearsalReport report, Action<string> onStack)
    {
        var destructions = new List<StackDestruction>();
        foreach (var stack in stacks.Reverse())
        {
            onStack($"{stack.Name}, destroying");
            destructions.Add(await Name(stack, () => DestroyAsync(stack)));
        }

        report.Write(destructions);
    }

    /// <summary>Runs a step of a stack, and adds the name of the stack to its error.</summary>
    private static async Task<T> Name<T>(RehearsedStack stack, Func<Task<T>> work)
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
