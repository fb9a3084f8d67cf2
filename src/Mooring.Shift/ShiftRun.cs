using Mooring.Fleet.Editing;
using Mooring.Rehearsal.Terraform;
using Mooring.Shift.Health;
using Mooring.Shift.Plans;
using Mooring.Synthesis.Output;

namespace Mooring.Shift;

/// <summary>
/// Shifts the weights of one forward of a living fleet. Each step is written to the fleet file, synthesized, planned, applied, and watched; a step that
/// is not healthy goes back to the last good weights.
/// </summary>
/// <param name="request">What is asked for.</param>
/// <param name="terraform">Terraform, as the user has it.</param>
/// <param name="dialog">What it says and asks.</param>
/// <param name="time">The clock.</param>
/// <param name="cancellation">Stops it between two steps; a step that has begun comes to its end.</param>
public sealed class ShiftRun(ShiftRequest request, TerraformProgram terraform, ShiftDialog dialog, TimeProvider time, CancellationToken cancellation)
{
    /// <summary>How often AWS is asked while a step is watched.</summary>
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(15);

    /// <summary>How long a signal that ended Terraform takes to arrive here, at most.</summary>
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(300);

    private ShiftedForward _forward = null!;
    private ShiftCourse _course = null!;
    private WeightMoves _moves = null!;
    private HealthGate _gate = null!;
    private IReadOnlyList<WatchedGroup> _gaining = [];
    private StackTerraform _stack = null!;

    /// <summary>What an error leaves: <c>nothing was changed</c>.</summary>
    public string Standing { get; private set; } = "nothing was changed";

    private bool IsStopped => cancellation.WaitHandle.WaitOne(s_moment);

    /// <summary>Runs it.</summary>
    /// <exception cref="ShiftException">It is refused.</exception>
    /// <exception cref="TerraformException">Terraform refuses something.</exception>
    /// <exception cref="AwsException">AWS does not answer.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public async Task<ShiftResult> RunAsync()
    {
        var journal = ShiftJournal.Beside(request.FleetFile);
        var file = EditableFleet.Read(request.FleetFile, request.Warnings);
        _forward = ShiftedForward.Find(file.Fleet, request.Address, request.TargetGroup);
        _course = ShiftCourse.Of(request, _forward.Index, _forward.WeightsIn(file.Fleet), journal);
        if (_course.Ahead.Count == 0)
        {
            dialog.WriteLine($"{request.Address}: {_forward.Words(_course.LastGood)} already; nothing to do");
            return ShiftResult.Done;
        }

        await PrepareAsync(file, journal);
        ShowCourse();
        if (await AskHealthAsync() is { IsHealthy: false } answer)
        {
            return await RefuseAsync(answer);
        }

        await PreviewAsync();
        return request.IsDryRun ? DryRun()
            : request.IsConfirmed || await dialog.ConfirmAsync($"shift {request.Address} to {_forward.NameOf(_forward.Index)}={request.Weight}?")
                ? await StepsAsync()
            : ShiftResult.Declined;
    }

    private async Task PrepareAsync(EditableFleet file, ShiftJournal? journal)
    {
        var aws = new AwsCli(file.Fleet.Region, request.Profile);
        await AwsCli.RequireAsync(cancellation);
        await terraform.VersionAsync(cancellation);
        var name = ForwardingResource.StackOf(_forward.Address, file.Fleet);
        _stack = new StackTerraform(terraform, Path.Combine(request.Output, OutputPlace.StacksFolder, name, OutputPlace.StackFile));
        _moves = new WeightMoves(file, _forward, request.Output, _stack);
        dialog.ShowStatus($"synthesizing {request.FleetFile}");
        _moves.Synthesize();
        dialog.ShowStatus($"terraform init in {name}");
        await _stack.InitAsync();
        dialog.ShowStatus($"terraform plan of {name}");
        await RequireAppliedAsync();
        _gate = new HealthGate(aws, request.Alarms);
        _gate.Remember(journal?.HealthyAtBeginning ?? new Dictionary<string, int>());
        _gaining = await GainingAsync(file);
    }

    /// <summary>The stack must be as the file says, so that the last good weights are in the file. An interrupted step may not be applied.</summary>
    private async Task RequireAppliedAsync()
    {
        var change = await _moves.PlanAsync();
        if (change.Others.Count > 0)
        {
            throw _moves.MoreThanWeights(change);
        }

        if (change.ChangesWeights && !_course.IsResumed)
        {
            throw new ShiftException(
                $"the weights of {request.Address} in {request.FleetFile} must be those that are applied, {_forward.Words(_moves.Weights)}, and Terraform would "
                    + "change them: apply the load balancer's stack first"
            );
        }
    }

    private async Task<IReadOnlyList<WatchedGroup>> GainingAsync(EditableFleet file)
    {
        var arns = await _stack.MapsAsync();
        return
        [
            .. ShiftedForward
                .Gaining(_course.LastGood, _course.Ahead[^1])
                .Select(index =>
                {
                    var (output, key) = _forward.ArnOf(file.Fleet, index);
                    return arns.GetValueOrDefault(output)?.GetValueOrDefault(key) is { } arn
                        ? new WatchedGroup(_forward.NameOf(index), arn)
                        : throw new ShiftException(
                            $"the stack must be applied and have the ARN of {_forward.NameOf(index)} in its output {output}: apply it first"
                        );
                }),
        ];
    }

    private void ShowCourse()
    {
        dialog.WriteLine($"{request.Address}: {_forward.Words(_moves.Weights)}{(_course.IsResumed ? ", an interrupted shift" : string.Empty)}");
        foreach (var (index, weights) in _course.Ahead.Index())
        {
            dialog.WriteLine($"  step {index + 1} of {_course.Ahead.Count}: {_forward.Words(weights)}");
        }
    }

    private async Task<HealthAnswer> AskHealthAsync()
    {
        dialog.ShowStatus("asking AWS for health");
        var answer = await _gate.AskAsync(_gaining, cancellation);
        dialog.WriteLine(answer.Found.Length > 0 ? answer.Found : "no target group gets more requests");
        return answer;
    }

    /// <summary>Something is not healthy before the first step. One that was interrupted goes back.</summary>
    private async Task<ShiftResult> RefuseAsync(HealthAnswer answer)
    {
        ShowProblems(answer);
        if (request.IsDryRun || _moves.Weights.SequenceEqual(_course.LastGood))
        {
            dialog.WriteError($"not healthy; {Standing}");
            return ShiftResult.Unhealthy;
        }

        await BackAsync(_course.LastGood);
        dialog.WriteError($"not healthy; {Standing}");
        return ShiftResult.Unhealthy;
    }

    private async Task PreviewAsync()
    {
        var first = _course.Ahead[0];
        dialog.ShowStatus("terraform plan of the first step");
        var change = await (first.SequenceEqual(_moves.Weights) ? _moves.PlanAsync() : _moves.PreviewAsync(first));
        if (change.Others.Count > 0)
        {
            throw _moves.MoreThanWeights(change);
        }

        dialog.WriteLine(
            change.ChangesWeights
                ? $"plan of step 1: {_moves.Address} changes in place, its weights alone"
                : "plan of step 1: no changes, it is applied already"
        );
    }

    private ShiftResult DryRun()
    {
        dialog.WriteLine($"a dry run: {Standing}; --yes shifts");
        return ShiftResult.Done;
    }

    private async Task<ShiftResult> StepsAsync()
    {
        cancellation.ThrowIfCancellationRequested();
        var good = _course.LastGood;
        foreach (var (index, weights) in _course.Ahead.Index())
        {
            Remember(good);
            dialog.ShowStatus($"step {index + 1} of {_course.Ahead.Count}: {_forward.Words(weights)}");
            await MoveAsync(weights, good);
            dialog.WriteLine($"step {index + 1} of {_course.Ahead.Count}: {_forward.Words(weights)}, applied; watching for {Duration.Words(request.Pause)}");
            if (await WatchAsync() is { IsHealthy: false } answer)
            {
                ShowProblems(answer);
                await BackAsync(good);
                dialog.WriteError($"step {index + 1} is not healthy; {Standing}");
                return ShiftResult.Unhealthy;
            }

            good = weights;
        }

        End(good);
        dialog.WriteLine($"done; {Standing}");
        return ShiftResult.Done;
    }

    private void Remember(IReadOnlyList<int> good) =>
        new ShiftJournal
        {
            Action = request.Address,
            TargetGroup = request.TargetGroup,
            Weight = request.Weight,
            Beginning = _course.Beginning,
            LastGood = good,
            HealthyAtBeginning = _gate.AtBeginning,
        }.Write(request.FleetFile);

    private async Task MoveAsync(IReadOnlyList<int> weights, IReadOnlyList<int> good)
    {
        _moves.Write(weights);
        Standing =
            $"{request.FleetFile} has {_forward.Words(weights)}; the same command goes on from there, and 'shift {request.Address} "
            + $"{request.TargetGroup}={good[_forward.Index]}' goes back";
        try
        {
            await _moves.ApplyAsync();
        }
        catch (Exception exception) when (exception is TerraformException or ShiftException && !IsStopped)
        {
            await BackAsync(good);
            throw;
        }
    }

    private async Task<HealthAnswer> WatchAsync()
    {
        for (var left = request.Pause; ; )
        {
            var answer = await _gate.AskAsync(_gaining, cancellation);
            dialog.ShowStatus($"{answer.Found}; {Duration.Words(left)} left");
            if (!answer.IsHealthy || left <= TimeSpan.Zero)
            {
                dialog.WriteLine($"  {answer.Found}");
                return answer;
            }

            var part = left < s_interval ? left : s_interval;
            await Task.Delay(part, time, cancellation);
            left -= part;
        }
    }

    /// <summary>Goes back to good weights, where others are written or applied, and ends the shift.</summary>
    private async Task BackAsync(IReadOnlyList<int> good)
    {
        Standing =
            $"the last good weights, {_forward.Words(good)}, are not applied: run Terraform in the load balancer's stack when they are in {request.FleetFile}, and "
            + $"delete {ShiftJournal.PathFor(request.FleetFile)}";
        await _moves.BackAsync(good);
        End(good);
    }

    private void End(IReadOnlyList<int> good)
    {
        ShiftJournal.Delete(request.FleetFile);
        _stack.ForgetPlan();
        Standing = $"the weights are {_forward.Words(good)}";
    }

    private void ShowProblems(HealthAnswer answer)
    {
        foreach (var problem in answer.Problems)
        {
            dialog.WriteError(problem);
        }
    }
}
