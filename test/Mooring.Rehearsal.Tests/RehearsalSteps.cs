using System.Text.Json.Nodes;
using Mooring.Fleet;
using Mooring.Rehearsal.Terraform;

namespace Mooring.Rehearsal.Tests;

/// <summary>Steps of tests with a fleet on a simulated account, one line each.</summary>
internal static class RehearsalSteps
{
    /// <summary>Applies the stacks of a fleet, in order; all of them, or those of some names.</summary>
    public static async Task<IReadOnlyList<RehearsedStack>> DeployAsync(this RehearsalSession session, FleetSpec fleet, params string[] only)
    {
        var stacks = await session.SynthesizeAsync(fleet);
        foreach (var stack in stacks.Where(stack => only.Length == 0 || only.Contains(stack.Name)))
        {
            await stack.DeployAsync();
        }

        return stacks;
    }

    /// <summary>Applies a stack, and returns its plan.</summary>
    public static async Task<Plan> DeployAsync(this RehearsedStack stack)
    {
        await stack.InitAsync();
        var plan = await stack.PlanAsync();
        await stack.ApplyAsync();
        return plan;
    }

    /// <summary>Plans all stacks of a fleet, and applies none.</summary>
    public static async Task<IReadOnlyDictionary<string, Plan>> PlanAsync(this RehearsalSession session, FleetSpec fleet, params string[] only)
    {
        var plans = new Dictionary<string, Plan>();
        foreach (var stack in (await session.SynthesizeAsync(fleet)).Where(stack => only.Length == 0 || only.Contains(stack.Name)))
        {
            await stack.InitAsync();
            plans.Add(stack.Name, await stack.PlanAsync());
        }

        return plans;
    }

    /// <summary>Destroys the resources of a stack.</summary>
    public static async Task<Plan> DestroyAsync(this RehearsedStack stack)
    {
        var plan = await stack.PlanDestroyAsync();
        await stack.ApplyAsync();
        return plan;
    }

    /// <summary>Sets JSON in a stack's file at a path of names, or removes it.</summary>
    public static async Task PlantAsync(this RehearsedStack stack, string path, string? planted)
    {
        var json = JsonNode.Parse(await File.ReadAllTextAsync(stack.File))!;
        var names = path.Split('.');
        var parent = names[..^1].Aggregate(json.AsObject(), (node, name) => (node[name] ??= new JsonObject()).AsObject());
        parent.Remove(names[^1]);
        if (planted is not null)
        {
            parent[names[^1]] = JsonNode.Parse(planted);
        }

        await File.WriteAllTextAsync(stack.File, json.ToJsonString());
    }

    /// <summary>The stack of a name.</summary>
    public static RehearsedStack Named(this IEnumerable<RehearsedStack> stacks, string name) => stacks.Single(stack => stack.Name == name);

    /// <summary>The changes: <c>Update aws_lb_listener_rule.Rule</c>.</summary>
    public static IEnumerable<string> Said(this Plan plan) => plan.Changes.Select(change => $"{change.Action} {change.Address}");

    /// <summary>The changes of all changed stacks.</summary>
    public static IEnumerable<string> Said(this IReadOnlyDictionary<string, Plan> plans) =>
        plans.SelectMany(plan => plan.Value.Said().Select(change => $"{plan.Key}: {change}"));
}
