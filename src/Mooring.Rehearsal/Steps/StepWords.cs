using System.Globalization;
using Mooring.Rehearsal.Terraform;

namespace Mooring.Rehearsal.Steps;

/// <summary>Steps in words that the reports and the folders share.</summary>
internal static class StepWords
{
    /// <summary>What nobody has tried.</summary>
    public const string Rehearsed =
        "Rehearsed with Terraform against stand-ins for AWS, the controller and Argo CD. Nothing was applied; health and error rates are yours to watch.";

    /// <summary>What is said instead of steps that do not hold.</summary>
    public const string NoPlan = "There is no plan: the steps were rehearsed, and do not hold.";

    /// <summary>The number and the kind of a step: <c>2. Shift: move traffic</c>.</summary>
    public static string Heading(int number, FleetStep step) =>
        string.Create(CultureInfo.InvariantCulture, $"{number}. {KindOf(step)}: {char.ToLowerInvariant(step.Title[0])}{step.Title[1..]}");

    /// <summary>A word for what is done, and what is done.</summary>
    public static (string Word, string Text) Of(StepAction action) =>
        action.Kind switch
        {
            StepActionKind.Apply when action.Plan.IsEmpty => ("apply", $"{action.Text}: moves resources in the state, changes none"),
            StepActionKind.Apply => ("apply", $"{action.Text}: {PlanWords.Summary([action.Plan])}"),
            StepActionKind.Destroy => ("destroy", $"{action.Text}: {PlanWords.Summary([action.Plan])}"),
            StepActionKind.GitOps => ("gitops", action.Text),
            _ => ("do", action.Text),
        };

    private static string KindOf(FleetStep step) => step.Kind == StepKind.HandOver ? "Hand over" : step.Kind.ToString();
}
