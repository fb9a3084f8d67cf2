using Mooring.Synthesis.Output;
using Mooring.Synthesis.Reuse;

namespace Mooring.Synthesis;

/// <summary>A fleet as it was written.</summary>
/// <param name="Stacks">Its stacks, in the order of their names.</param>
/// <param name="Left">
/// Names of stacks of an earlier output that are no longer the fleet's. Their Terraform is left in the output directory,
/// because what they made still exists and is destroyed with it.
/// </param>
public sealed record SynthesizedFleet(IReadOnlyList<SynthesizedStack> Stacks, IReadOnlyList<string> Left)
{
    /// <summary>A fleet as it is recorded.</summary>
    internal static SynthesizedFleet Of(IReadOnlyDictionary<string, StackRecord> stacks, string output, Func<string, bool> isReused) => new(
        [.. stacks.Select(stack => new SynthesizedStack(stack.Key, stack.Value.Resources, Path.Combine(StagedOutput.FolderOf(output, stack.Key), StagedOutput.StackFile), isReused(stack.Key)))],
        StagedOutput.Left(output, stacks.Keys));
}
