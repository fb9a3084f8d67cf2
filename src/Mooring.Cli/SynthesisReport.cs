using System.Globalization;
using Mooring.Stacks;
using Mooring.Synthesis;
using Mooring.Synthesis.Output;

namespace Mooring.Cli;

/// <summary>Lists the stacks of a synthesized fleet.</summary>
internal static class SynthesisReport
{
    /// <summary>Writes a line for each stack, and a summary.</summary>
    public static void Write(CommandConsole console, SynthesizedFleet fleet, string output, TimeSpan elapsed, FleetWarnings warnings)
    {
        var stacks = fleet.Stacks;
        var width = stacks.Max(stack => stack.Name.Length);
        foreach (var stack in stacks)
        {
            console.WriteLine($"{stack.Name.PadRight(width)}  {CommandRun.Count(stack.Resources, "resource"), 12}  {stack.File}");
        }

        foreach (var stack in fleet.Left)
        {
            var folder = Path.Combine(output, OutputPlace.StacksFolder, stack);
            console.WriteLine(TextOfLeft(stack, KindOf(stacks, stack), folder));
        }

        foreach (var priorities in fleet.WrittenPriorities)
        {
            console.WriteLine($"{priorities}: written, with the priorities of rules that give none; commit it with the fleet file");
        }

        var seconds = elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        var reused = stacks.Count(stack => stack.IsReused);
        var resources = CommandRun.Count(stacks.Sum(stack => stack.Resources), "resource");
        console.WriteLine(
            $"{CommandRun.Count(stacks.Count, "stack")} with {resources} in {seconds} s{(reused == 0 ? string.Empty : $", {reused} of them unchanged")}"
                + warnings.Total
        );
    }

    private static string TextOfLeft(string stack, StackKind? kind, string folder) =>
        kind is null ? $"{stack} is of a run with other fleets: {folder} is left as it was"
        : kind == StackKind.Workspaces
            ? $"{stack} is no longer in the fleet: its resources are the workspaces of the others, so do not destroy them; see "
                + "docs/hcp-terraform.md#stop-managing-workspaces"
        : $"{stack} is no longer in the fleet: destroy its resources from {folder}, then delete that folder";

    /// <summary>
    /// The kind of a stack that is named as those of the fleets, with the name of one in front where there are several; <see langword="null"/> for others.
    /// </summary>
    private static StackKind? KindOf(IReadOnlyList<SynthesizedStack> stacks, string left) =>
        stacks
            .Select(stack => stack.Name[..stack.Name.IndexOf(stack.Kind.StackOf(stack.Subject), StringComparison.Ordinal)])
            .Distinct()
            .Where(fleet => left.StartsWith(fleet, StringComparison.Ordinal))
            .SelectMany(fleet => StackKind.All.Where(kind => kind.IsKindOf(left[fleet.Length..])))
            .FirstOrDefault();
}
