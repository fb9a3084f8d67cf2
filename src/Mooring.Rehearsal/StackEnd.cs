using Mooring.Rehearsal.Terraform;

namespace Mooring.Rehearsal;

/// <summary>The destruction of a stack, which is refused where something in it is protected: by Terraform, or by AWS itself.</summary>
/// <param name="stack">The applied stack.</param>
internal sealed class StackEnd(RehearsedStack stack)
{
    /// <summary>What Terraform names when it refuses to destroy a resource.</summary>
    private const string TerraformRefuses = "prevent_destroy";

    /// <summary>AWS's error for a load balancer with deletion protection.</summary>
    private const string AwsRefuses = "OperationNotPermitted";

    /// <summary>Destroys the resources of the stack. Protection is removed after it was effective.</summary>
    /// <exception cref="TerraformException">Something else is refused, or a protected resource is not.</exception>
    public async Task<StackDestruction> DestroyAsync()
    {
        if (await TryAsync() is { } plan)
        {
            return new StackDestruction(stack.Name, plan, WasRefused: false);
        }

        if (!await stack.LiftProtectionAsync())
        {
            throw new TerraformException("destroying must be refused only where something is protected, and nothing is");
        }

        await stack.ApplyWithoutPlanAsync();
        plan = await stack.PlanDestroyAsync();
        await stack.ApplyAsync();
        return new StackDestruction(stack.Name, plan, WasRefused: true);
    }

    /// <summary>The same; where nothing is protected, the plan is not read.</summary>
    /// <exception cref="TerraformException">Something else is refused, or a protected resource is not.</exception>
    public async Task<StackDestruction> DestroyWithoutPlanAsync() =>
        (await stack.ProtectionAsync()).Lift() is null
            ? new StackDestruction(stack.Name, Plan.Empty, WasRefused: false) { Resources = await stack.DestroyWithoutPlanAsync() }
            : await DestroyAsync();

    /// <summary>Destroys the stack as it is; returns <see langword="null"/> when that is refused.</summary>
    private async Task<Plan?> TryAsync()
    {
        var (protection, plan) = (await stack.ProtectionAsync(), default(Plan));
        if (await IsRefusedAsync(TerraformRefuses, async () => plan = await stack.PlanDestroyAsync()))
        {
            return null;
        }

        RequireRefused(TerraformRefuses, protection.PreventingDestroy, plan!);
        if (await IsRefusedAsync(AwsRefuses, stack.ApplyAsync))
        {
            return null;
        }

        RequireRefused("deletion protection", protection.PreventingDeletion, plan!);
        return plan;
    }

    private static async Task<bool> IsRefusedAsync(string refusal, Func<Task> work)
    {
        try
        {
            await work();
            return false;
        }
        catch (TerraformException refused) when (refused.Message.Contains(refusal, StringComparison.Ordinal))
        {
            return true;
        }
    }

    /// <summary>A resource that is no longer in the state cannot be protected.</summary>
    private static void RequireRefused(string protection, IReadOnlyList<string> addresses, Plan plan)
    {
        if (plan.Resources.Select(resource => resource.Address).FirstOrDefault(addresses.Contains) is { } address)
        {
            throw new TerraformException($"destroying {address} must be refused because of its {protection}, and is not");
        }
    }
}
