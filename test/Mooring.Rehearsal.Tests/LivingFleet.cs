using Mooring.Fleet;
using Mooring.Rehearsal.Terraform;

namespace Mooring.Rehearsal.Tests;

/// <summary>A deployed fleet in a simulated account, which is changed as a rehearsal with <c>--from</c> changes it.</summary>
internal sealed class LivingFleet(RehearsalSession session)
{
    private IReadOnlyList<RehearsedStack> _stacks = [];

    /// <summary>Applies another fleet in the place of the deployed one, in the order of a rehearsal.</summary>
    /// <exception cref="TerraformException">A stack is refused, fails half-way, has a second plan that is not empty, or registers no targets.</exception>
    public async Task ChangeAsync(FleetSpec fleet)
    {
        var stacks = await session.SynthesizeAsync(fleet);
        var left = LeftStacks.Of(_stacks, stacks);
        await DestroyAsync(left.First);
        foreach (var stack in stacks)
        {
            await Naming(stack, () => ApplyAsync(stack));
        }

        await DestroyAsync(left.Last);
        BoundTargets.Require(session.Account, fleet);
        _stacks = stacks;
    }

    /// <summary>Plans all stacks once more, where a later stack could have changed what an earlier one has, and destroys them.</summary>
    /// <exception cref="TerraformException">A plan is not empty, or a stack cannot be destroyed.</exception>
    public async Task EndAsync()
    {
        foreach (var stack in _stacks)
        {
            await Naming(stack, () => RequireEmptyAsync(stack));
        }

        await DestroyAsync([.. _stacks.Reverse()]);
    }

    private static async Task DestroyAsync(IReadOnlyList<RehearsedStack> stacks)
    {
        foreach (var stack in stacks)
        {
            await Naming(stack, () => FleetRehearsal.DestroyAsync(stack));
            // The stack may come back in a later fleet, with its protection.
            File.Delete(Path.Combine(stack.Directory, "protection_override.tf.json"));
        }
    }

    private static async Task ApplyAsync(RehearsedStack stack)
    {
        await stack.InitAsync();
        if (!(await stack.PlanAsync()).IsEmpty)
        {
            await stack.ApplyAsync();
            await RequireEmptyAsync(stack);
        }
    }

    private static async Task RequireEmptyAsync(RehearsedStack stack)
    {
        if (await stack.PlanAsync() is { IsEmpty: false } again)
        {
            throw new TerraformException($"the second plan must be empty, but changes {string.Join(", ", again.ToDo)}");
        }
    }

    private static async Task Naming(RehearsedStack stack, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (TerraformException exception)
        {
            throw new TerraformException($"{stack.Name}: {exception.Message}");
        }
    }
}
