using Mooring.Stacks;
using Mooring.Synthesis.Output;
using Mooring.Synthesis.Reuse;

namespace Mooring.Synthesis;

/// <summary>A synthesized fleet, or several in one output directory.</summary>
/// <param name="Stacks">Its stacks, in the order of their names.</param>
/// <param name="Left">
/// Names of stacks of an earlier output that the fleet no longer has. Their Terraform stays in the output directory: their resources still exist,
/// and Terraform needs the configuration to destroy them.
/// </param>
public sealed record SynthesizedFleet(IReadOnlyList<SynthesizedStack> Stacks, IReadOnlyList<string> Left)
{
    /// <summary>
    /// Paths of the records of rules' priorities that this run wrote, such as <c>fleet.priorities.json</c>; they are to be committed with their fleet files.
    /// </summary>
    public IReadOnlyList<string> WrittenPriorities { get; init; } = [];

    /// <summary>A fleet as recorded.</summary>
    internal static SynthesizedFleet Of(IReadOnlyDictionary<string, StackRecord> stacks, string output, Func<string, bool> isReused) =>
        new([.. stacks.Select(stack => Of(stack.Key, stack.Value, output, isReused(stack.Key)))], StagedOutput.Left(output, stacks.Keys));

    private static SynthesizedStack Of(string name, StackRecord record, string output, bool isReused)
    {
        var file = Path.Combine(StagedOutput.FolderOf(output, name), OutputPlace.StackFile);
        return new SynthesizedStack(name, StackKind.Of(record.Kind), record.Subject, record.Dependencies, record.Resources, file, isReused);
    }
}
