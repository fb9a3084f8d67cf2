using Mooring.Rehearsal.Steps;

namespace Mooring.Rehearsal.Reports;

/// <summary>Writes steps from one fleet to the next as text.</summary>
public static class StepsText
{
    /// <summary>Writes a plan that holds, or why there is none.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="writeLine">Writes a line.</param>
    public static void Write(StepPlan plan, Action<string> writeLine)
    {
        if (plan.Holds)
        {
            WriteSteps(plan, writeLine);
        }
        else
        {
            writeLine(StepWords.NoPlan);
        }

        writeLine(string.Empty);
        if (plan.Obstacle is { } obstacle)
        {
            writeLine(obstacle);
        }
        else
        {
            new TextReport(writeLine).Write(plan.Traffic!);
        }
    }

    private static void WriteSteps(StepPlan plan, Action<string> writeLine)
    {
        writeLine(StepWords.Rehearsed);
        foreach (var note in plan.Unknown.Concat(plan.Notes))
        {
            writeLine($"note: {note}");
        }

        if (plan.Steps.Count == 0)
        {
            writeLine(string.Empty);
            writeLine("There is nothing to apply: both fleet files give the same Terraform.");
        }

        foreach (var (index, step) in plan.Steps.Index())
        {
            writeLine(string.Empty);
            writeLine(StepWords.Heading(index + 1, step.Step));
            foreach (var (word, text) in step.Actions.Select(StepWords.Of))
            {
                writeLine($"  {word, -7} {text}");
            }
        }
    }
}
