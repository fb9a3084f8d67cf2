using System.Text.Json;
using Mooring.Rehearsal.Steps;

namespace Mooring.Rehearsal.Reports;

/// <summary>Writes steps from one fleet to the next as one JSON object, for pipelines.</summary>
public static class StepsJson
{
    /// <summary>Writes a plan that holds, or why there is none.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="writeLine">Writes a line.</param>
    public static void Write(StepPlan plan, Action<string> writeLine) =>
        writeLine(
            JsonSerializer.Serialize(
                new
                {
                    plan.Holds,
                    plan.Obstacle,
                    plan.Notes,
                    Steps = plan.Holds ? plan.Steps.Select(StepOf) : [],
                    plan.Traffic,
                },
                PlanJson.Options
            )
        );

    private static object StepOf(RehearsedStep step) =>
        new
        {
            step.Step.Name,
            Kind = step.Step.Kind.ToString(),
            step.Step.Title,
            Actions = step.Actions.Select(action => new
            {
                Kind = StepWords.Of(action).Word,
                action.Text,
                Changes = PlanJson.ChangesOf(action.Plan),
            }),
            step.FleetFile,
        };
}
