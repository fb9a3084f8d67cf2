using System.Globalization;
using Mooring.Fleet;
using Mooring.Rehearsal.Terraform;
using Mooring.Rehearsal.Traffic;

namespace Mooring.Rehearsal.Reports;

/// <summary>Writes the results of a rehearsal as Markdown, for the comment of a pull request: traffic first, then the stacks that change.</summary>
/// <param name="writeLine">Writes a line.</param>
public sealed class MarkdownReport(Action<string> writeLine) : IRehearsalReport
{
    private readonly List<(string Stack, string Step, Plan Plan)> _stacks = [];
    private TrafficReport? _traffic;

    /// <inheritdoc/>
    public void WriteHeading() { }

    /// <inheritdoc/>
    public void Write(StackRehearsal stack) => _stacks.Add((stack.Stack, "apply", stack.Plan));

    /// <inheritdoc/>
    public void WriteLeft(StackDestruction stack, string place) => _stacks.Add((stack.Stack, $"destroy {place}", stack.Plan));

    /// <inheritdoc/>
    public void WriteTotal(FleetSpec fleet) { }

    /// <inheritdoc/>
    public void Write(TrafficReport traffic) => _traffic = traffic;

    /// <inheritdoc/>
    public void Write(IReadOnlyList<StackDestruction> destructions)
    {
        writeLine("## Rehearsal");
        if (_traffic is { } traffic)
        {
            Markdown.Write(traffic, writeLine);
        }

        WriteStacks();
    }

    private void WriteStacks()
    {
        writeLine(string.Empty);
        writeLine("| stack | step | import | create | change | replace | destroy |");
        writeLine("|---|---|---|---|---|---|---|");
        foreach (var (stack, step, plan) in _stacks)
        {
            int[] counts = [plan.ToImport, plan.ToCreate, plan.ToChange, plan.ToReplace, plan.ToDestroy];
            writeLine(
                $"| `{stack}` | {step} | {string.Join(" | ", counts.Select(count => count == 0 ? " " : count.ToString(CultureInfo.InvariantCulture)))} |"
            );
        }
    }
}
