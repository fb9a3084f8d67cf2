using Mooring.Apply;
using Mooring.Aws;
using Mooring.Fleet.Reading;
using Mooring.Rehearsal.Terraform;
using Mooring.Shift.Health;

namespace Mooring.Shift;

/// <summary>
/// Shifts the weights of one forward of a living fleet. Each step is written to the fleet file, synthesized, planned, applied, and watched; a step that
/// is not healthy goes back to the last good weights.
/// </summary>
/// <param name="request">What is asked for.</param>
/// <param name="terraform">Terraform, as the user has it.</param>
/// <param name="dialog">What it says and asks.</param>
/// <param name="time">The clock.</param>
public sealed class ShiftRun(ShiftRequest request, TerraformProgram terraform, OperatorDialog dialog, TimeProvider time)
{
    /// <summary>What a shift leaves before its first step.</summary>
    internal const string NothingChanged = "nothing was changed";

    private ShiftSteps? _steps;

    /// <summary>What an error leaves: <c>nothing was changed</c>.</summary>
    public string Standing => _steps?.Standing ?? NothingChanged;

    /// <summary>Runs it.</summary>
    /// <param name="cancellation">Stops it between two steps; a step that has begun comes to its end.</param>
    /// <exception cref="ShiftException">It is refused.</exception>
    /// <exception cref="TerraformException">Terraform refuses something.</exception>
    /// <exception cref="AwsException">AWS does not answer.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public async Task<ShiftResult> RunAsync(CancellationToken cancellation)
    {
        // A directory without a fleet gets no lock.
        _ = FleetFile.ReadText(request.FleetFile);
        using var held = ShiftLock.Take(request.FleetFile);
        if (await new ShiftPreparation(request, terraform, dialog, time).PrepareAsync(cancellation) is not { } shift)
        {
            return ShiftResult.Done;
        }

        _steps = new ShiftSteps(request, shift, dialog);
        try
        {
            return await RunAsync(shift, _steps, cancellation);
        }
        finally
        {
            shift.Moves.ForgetPlan();
        }
    }

    private async Task<ShiftResult> RunAsync(PreparedShift shift, ShiftSteps steps, CancellationToken cancellation)
    {
        ShowCourse(shift);
        dialog.ShowStatus("asking AWS for health");
        var answer = await shift.Watch.AskAsync(cancellation);
        dialog.WriteLine(answer.Found.Length > 0 ? answer.Found : "no target group gets more requests");
        if (!answer.IsHealthy)
        {
            return await RefuseAsync(answer, shift.Course, steps);
        }

        await PreviewAsync(shift);
        if (request.IsDryRun)
        {
            dialog.WriteLine($"a dry run: {Standing}; --yes shifts");
            return ShiftResult.Done;
        }

        var question = $"shift {request.Address} to {shift.Forward.NameOf(shift.Forward.Index)}={request.Weight}?";
        return request.IsConfirmed || await dialog.ConfirmAsync(question) ? await steps.RunAsync(cancellation) : ShiftResult.Declined;
    }

    private void ShowCourse(PreparedShift shift)
    {
        var interrupted = shift.Course.IsResumed ? ", an interrupted shift" : string.Empty;
        dialog.WriteLine($"{request.Address}: {shift.Forward.Words(shift.Moves.Weights)}{interrupted}");
        if (shift.Moves.File != request.FleetFile)
        {
            dialog.WriteLine($"  the weights are in {shift.Moves.File}, which is edited; other fleets that extend it get them with their next synthesis");
        }

        foreach (var (index, weights) in shift.Course.Ahead.Index())
        {
            dialog.WriteLine($"  step {index + 1} of {shift.Course.Ahead.Count}: {shift.Forward.Words(weights)}");
        }
    }

    /// <summary>Something is not healthy before the first step. What an interrupted shift may have applied goes back.</summary>
    private async Task<ShiftResult> RefuseAsync(HealthAnswer answer, ShiftCourse course, ShiftSteps steps)
    {
        answer.Problems.ToList().ForEach(dialog.WriteError);
        if (course.IsResumed && !request.IsDryRun)
        {
            await steps.BackAsync(course.LastGood);
        }

        dialog.WriteError($"not healthy; {Standing}");
        return ShiftResult.Unhealthy;
    }

    private async Task PreviewAsync(PreparedShift shift)
    {
        var first = shift.Course.Ahead[0];
        dialog.ShowStatus("terraform plan of the first step");
        var change = await (first.SequenceEqual(shift.Moves.Weights) ? shift.Moves.PlanAsync() : shift.Moves.PreviewAsync(first));
        if (change.Others.Count > 0)
        {
            throw shift.Moves.MoreThanWeights(change);
        }

        dialog.WriteLine(
            change.ChangesWeights
                ? $"plan of step 1: {shift.Moves.Address} changes in place, its weights alone"
                : "plan of step 1: no changes, it is applied already"
        );
    }
}
