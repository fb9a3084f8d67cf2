using Mooring.Rehearsal.Steps;

namespace Mooring.Rehearsal.Reports;

/// <summary>Writes steps from one fleet to the next as Markdown, for the comment of a pull request.</summary>
public static class StepsMarkdown
{
    /// <summary>Writes a plan that holds, or why there is none.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="writeLine">Writes a line.</param>
    public static void Write(StepPlan plan, Action<string> writeLine)
    {
        writeLine("## Steps");
        writeLine(string.Empty);
        writeLine(Markdown.Escape(plan.Holds ? StepWords.Rehearsed : StepWords.NoPlan));
        if (plan.Holds)
        {
            WriteSteps(plan, writeLine);
        }

        if (plan.Obstacle is { } obstacle)
        {
            writeLine(string.Empty);
            writeLine(Markdown.Escape(obstacle));
        }
        else
        {
            Markdown.Write(plan.Traffic!, writeLine);
        }
    }

    private static void WriteSteps(StepPlan plan, Action<string> writeLine)
    {
        foreach (var note in plan.Unknown.Concat(plan.Notes))
        {
            writeLine(string.Empty);
            writeLine($"Note: {Markdown.Escape(note)}");
        }

        foreach (var (index, step) in plan.Steps.Index())
        {
            writeLine(string.Empty);
            writeLine($"### {Markdown.Escape(StepWords.Heading(index + 1, step.Step))}");
            writeLine(string.Empty);
            foreach (var (word, text) in step.Actions.Select(StepWords.Of))
            {
                writeLine($"- [ ] **{word}** {Markdown.Escape(text)}");
            }
        }
    }
}
