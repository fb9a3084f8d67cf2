using Mooring.Fleet;
using Mooring.Rehearsal.Terraform;
using Mooring.Rehearsal.Traffic;
using static Mooring.Rehearsal.Reports.Counting;

namespace Mooring.Rehearsal.Reports;

/// <summary>Writes the results of a rehearsal as text.</summary>
/// <param name="writeLine">Writes a line.</param>
public sealed class TextReport(Action<string> writeLine) : IRehearsalReport
{
    private readonly List<StackRehearsal> _stacks = [];

    /// <summary>Describes what a rehearsal checks, and what it does not.</summary>
    public void WriteHeading() =>
        writeLine("Rehearsal with stand-ins for the AWS, Kubernetes and Helm providers: they check structure, references and order, not AWS's own rules.");

    /// <summary>Reports the plan of a stack, with a line for each changed resource.</summary>
    public void Write(StackRehearsal stack)
    {
        _stacks.Add(stack);
        writeLine(string.Empty);
        writeLine($"{stack.Stack}: {PlanWords.Summary([stack.Plan])}; {Count(stack.Reads, "read")} a plan");
        WriteResources(stack.Plan);
        WriteAdoptedDefaults(stack);
    }

    /// <summary>Reports the destruction of a stack that is no longer in the fleet, and its place in the order.</summary>
    public void WriteLeft(StackDestruction stack, string place)
    {
        writeLine(string.Empty);
        writeLine($"{stack.Stack} is no longer in the fleet: destroy it {place}; {Count(stack.Resources, "resource")}");
        WriteResources(stack.Plan);
        WriteRefusal(stack);
    }

    /// <summary>Reports the totals of all stacks, and of each cluster with several stacks.</summary>
    /// <param name="fleet">Their fleet.</param>
    public void WriteTotal(FleetSpec fleet)
    {
        writeLine(string.Empty);
        var changes = PlanWords.Summary(_stacks.Select(stack => stack.Plan));
        writeLine($"{Count(_stacks.Count, "stack")}: {changes}; {Count(_stacks.Sum(stack => stack.Reads), "read")} a plan");
        foreach (var cluster in ClusterRehearsal.Of(fleet, _stacks).Where(cluster => cluster.Stacks.Count > 1))
        {
            writeLine($"  cluster {cluster.Cluster}: {Count(cluster.Stacks.Count, "stack")}; {Count(cluster.Reads, "read")} a plan");
        }

        writeLine("applied in this order; a second plan of each is empty");
    }

    /// <inheritdoc/>
    public void Write(TrafficReport traffic)
    {
        writeLine(TrafficWords.Summary(traffic));
        foreach (var finding in traffic.Findings)
        {
            writeLine($"  {finding.What}");
            foreach (var request in finding.Requests)
            {
                writeLine($"    {request}");
            }

            foreach (var (word, text) in TrafficWords.Details(finding))
            {
                writeLine($"    {word, -7} {text}");
            }
        }

        foreach (var note in TrafficWords.Notes(traffic))
        {
            writeLine($"  {note}");
        }
    }

    /// <summary>Reports the destruction of all stacks.</summary>
    public void Write(IReadOnlyList<StackDestruction> destructions)
    {
        writeLine($"destroyed, the last stack first: {Count(destructions.Sum(stack => stack.Resources), "resource")}");
        foreach (var stack in destructions)
        {
            WriteRefusal(stack);
        }
    }

    private void WriteResources(Plan plan)
    {
        foreach (var resource in plan.Resources.Where(resource => resource.Action != ChangeAction.NoOp || resource.IsImported))
        {
            writeLine($"  {Symbol(resource)} {resource.Address}{Details(resource)}");
        }
    }

    private void WriteAdoptedDefaults(StackRehearsal stack)
    {
        foreach (var (address, settings) in stack.AdoptedDefaults.Where(adopted => adopted.Value.Count > 0))
        {
            writeLine($"  adopting changes {address}, unless it has them already: {string.Join(", ", settings)}");
        }
    }

    private void WriteRefusal(StackDestruction stack)
    {
        if (stack.WasRefused)
        {
            writeLine($"  {stack.Stack} is protected: destroying it is refused until the protection is removed");
        }
    }

    /// <summary>The symbols of Terraform.</summary>
    private static string Symbol(ResourceChange resource) =>
        resource.Action switch
        {
            ChangeAction.Create => "+  ",
            ChangeAction.Update => "~  ",
            ChangeAction.Delete => "-  ",
            ChangeAction.Forget => ".  ",
            ChangeAction.CreateBeforeDelete => "+/-",
            ChangeAction.DeleteBeforeCreate => "-/+",
            _ => "   ",
        };

    private static string Details(ResourceChange resource)
    {
        var imported = resource.IsImported ? " (imported)" : string.Empty;
        return resource.Action is ChangeAction.NoOp or ChangeAction.Create or ChangeAction.Delete or ChangeAction.Forget
            ? imported
            : $"{imported}: {string.Join(", ", resource.ChangedAttributes)}";
    }
}
