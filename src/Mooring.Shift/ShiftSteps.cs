using Mooring.Apply;
using Mooring.Rehearsal.Terraform;
using Mooring.Shift.Health;

namespace Mooring.Shift;

/// <summary>Takes the steps of a shift, one after the other, and goes back where one is not healthy.</summary>
/// <param name="request">What is asked for.</param>
/// <param name="shift">The shift.</param>
/// <param name="dialog">What it says.</param>
internal sealed class ShiftSteps(ShiftRequest request, PreparedShift shift, OperatorDialog dialog)
{
    /// <summary>How long a signal that ended Terraform takes to arrive here, at most.</summary>
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(300);

    /// <summary>What an error leaves: <c>nothing was changed</c>.</summary>
    public string Standing { get; private set; } = ShiftRun.NothingChanged;

    private int Count => shift.Course.Ahead.Count;

    /// <summary>Takes the steps.</summary>
    public async Task<ShiftResult> RunAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var good = shift.Course.LastGood;
        foreach (var (index, weights) in shift.Course.Ahead.Index())
        {
            if (!await IsGoodAsync(index + 1, weights, good, cancellation))
            {
                return ShiftResult.Unhealthy;
            }

            good = weights;
        }

        End(good);
        dialog.WriteLine($"done; {Standing}");
        return ShiftResult.Done;
    }

    /// <summary>Goes back to good weights, where others are written or applied, and ends the shift.</summary>
    public async Task BackAsync(IReadOnlyList<int> good)
    {
        Standing =
            $"the last good weights, {shift.Forward.Words(good)}, are not applied: see that {shift.Moves.File} has them, apply the load balancer's stack, and "
            + $"delete {ShiftJournal.PathFor(request.FleetFile)}";
        var problem = await shift.Moves.BackAsync(good);
        End(good);
        if (problem is not null)
        {
            dialog.WriteError(problem);
            Standing += $" in AWS, and {shift.Moves.File} could not be edited: write them there";
        }
    }

    /// <summary>Takes a step, and watches it.</summary>
    private async Task<bool> IsGoodAsync(int number, IReadOnlyList<int> weights, IReadOnlyList<int> good, CancellationToken cancellation)
    {
        Remember(good);
        dialog.ShowStatus($"step {number} of {Count}: {shift.Forward.Words(weights)}");
        await MoveAsync(weights, good, cancellation);
        dialog.WriteLine($"step {number} of {Count}: {shift.Forward.Words(weights)}, applied; watching for {Duration.Words(request.Pause)}");
        var answer = await shift.Watch.WatchAsync(request.Pause, Show, cancellation);
        dialog.WriteLine($"  {answer.Found}");
        if (answer.IsHealthy)
        {
            return true;
        }

        answer.Problems.ToList().ForEach(dialog.WriteError);
        await BackAsync(good);
        dialog.WriteError($"step {number} is not healthy; {Standing}");
        return false;
    }

    private void Show(HealthAnswer answer, TimeSpan left) => dialog.ShowStatus($"{answer.Found}; {Duration.Words(left)} left");

    private void Remember(IReadOnlyList<int> good) =>
        new ShiftJournal
        {
            Action = request.Address,
            TargetGroup = request.TargetGroup,
            Weight = request.Weight,
            Beginning = shift.Course.Beginning,
            LastGood = good,
            HealthyAtBeginning = shift.Watch.AtBeginning,
        }.Write(request.FleetFile);

    private async Task MoveAsync(IReadOnlyList<int> weights, IReadOnlyList<int> good, CancellationToken cancellation)
    {
        Write(weights);
        Standing =
            $"{shift.Moves.File} has {shift.Forward.Words(weights)}; the same command goes on from there, and 'shift {request.Address} "
            + $"{request.TargetGroup}={good[shift.Forward.Index]}' goes back";
        try
        {
            await shift.Moves.ApplyAsync();
        }
        catch (Exception exception) when (exception is TerraformException or ShiftException && !cancellation.WaitHandle.WaitOne(s_moment))
        {
            await BackAfterAsync(exception, good);
            throw;
        }
    }

    /// <summary>Writes weights to the fleet file. Where the first step cannot be written, no shift is under way.</summary>
    private void Write(IReadOnlyList<int> weights)
    {
        try
        {
            shift.Moves.Write(weights);
        }
        catch when (Standing == ShiftRun.NothingChanged && !shift.Course.IsResumed)
        {
            ShiftJournal.Delete(request.FleetFile);
            throw;
        }
    }

    /// <summary>Goes back after an error. Where that fails, both are reported.</summary>
    private async Task BackAfterAsync(Exception exception, IReadOnlyList<int> good)
    {
        try
        {
            await BackAsync(good);
        }
        catch
        {
            dialog.WriteError(exception.Message);
            throw;
        }
    }

    private void End(IReadOnlyList<int> good)
    {
        ShiftJournal.Delete(request.FleetFile);
        Standing = $"the weights are {shift.Forward.Words(good)}";
    }
}
