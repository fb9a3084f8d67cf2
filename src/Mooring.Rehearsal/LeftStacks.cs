using Mooring.Stacks;

namespace Mooring.Rehearsal;

/// <summary>The stacks of a deployed fleet that a later one does not have, in the order in which to destroy them.</summary>
/// <param name="First">Those to destroy before the later fleet is applied: they look up resources that it may no longer have.</param>
/// <param name="Last">Those to destroy afterwards: a stack that stays needs them, or their dependencies, until it is changed.</param>
/// <param name="AppliedLast">
/// The stack of the workspaces, where it is applied after all that: HCP Terraform deletes no workspace whose state has resources. A stack that is new
/// needs its workspace before.
/// </param>
internal sealed record LeftStacks(IReadOnlyList<RehearsedStack> First, IReadOnlyList<RehearsedStack> Last, IReadOnlyList<RehearsedStack> AppliedLast)
{
    /// <summary>Finds the stacks.</summary>
    /// <param name="deployed">The stacks of the deployed fleet, in the order in which they were applied.</param>
    /// <param name="later">The stacks of the later fleet.</param>
    public static LeftStacks Of(IReadOnlyList<RehearsedStack> deployed, IReadOnlyList<RehearsedStack> later)
    {
        var names = later.Select(stack => stack.Name).ToHashSet();
        var needed = StackOrder.NeededBy(names, deployed, stack => stack.Name, stack => stack.Dependencies);
        var left = deployed.Where(stack => !names.Contains(stack.Name)).Reverse().ToLookup(stack => needed.Contains(stack.Name));
        var isAnyNew = names.Except(deployed.Select(stack => stack.Name)).Any();
        var workspaces = later.Where(stack => stack.Name == StackKind.Workspaces.Name);
        return new LeftStacks([.. left[false]], [.. left[true]], left[true].Any() && !isAnyNew ? [.. workspaces] : []);
    }
}
