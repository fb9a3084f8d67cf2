using Mooring.Synthesis;

namespace Mooring.Rehearsal;

/// <summary>The order in which the stacks of a fleet are applied.</summary>
internal static class ApplyOrder
{
    /// <summary>The stacks, each after those that it depends on.</summary>
    public static IReadOnlyList<SynthesizedStack> Of(IReadOnlyList<SynthesizedStack> stacks)
    {
        var byName = stacks.ToDictionary(stack => stack.Name);
        return [.. stacks.OrderBy(Depth).ThenBy(stack => stack.Name, StringComparer.Ordinal)];

        // The number of stacks that must be applied before it, one after the other.
        int Depth(SynthesizedStack stack) => stack.Dependencies.Select(name => 1 + Depth(byName[name])).DefaultIfEmpty().Max();
    }
}
