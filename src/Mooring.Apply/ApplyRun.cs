using Mooring.Fleet.Reading;
using Mooring.Rehearsal.Terraform;
using Mooring.Stacks;
using Mooring.Synthesis;

namespace Mooring.Apply;

/// <summary>
/// Synthesizes a fleet and applies its stacks in waves: each stack after those that it depends on, and stacks that do not depend on one another side by
/// side. A wave is planned, shown, and applied when the user agrees. The first failure is the last wave; the same command goes on from there.
/// </summary>
/// <param name="request">What is to be applied.</param>
/// <param name="terraform">Terraform, as the user has it.</param>
/// <param name="dialog">What it says and asks.</param>
public sealed class ApplyRun(ApplyRequest request, TerraformProgram terraform, OperatorDialog dialog)
{
    private readonly SideBySide _sideBySide = new(request.Parallelism);
    private readonly Lock _lines = new();
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private int _stacks;
    private int _applied;
    private int _unchanged;

    /// <summary>What an error leaves: <c>nothing was applied</c>.</summary>
    public string Standing =>
        _applied == 0
            ? "nothing was applied"
            : $"{_applied} of {_stacks} stacks were applied, {_unchanged} had no changes; the same command goes on with the others";

    /// <summary>Runs it.</summary>
    /// <param name="cancellation">Stops it between two waves; what Terraform has begun comes to its end.</param>
    /// <exception cref="ApplyException">It is refused.</exception>
    /// <exception cref="TerraformException">Terraform refuses something.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public async Task<ApplyResult> RunAsync(CancellationToken cancellation)
    {
        dialog.ShowStatus($"synthesizing {request.FleetFile}");
        var options = new SynthesisOptions { Warnings = request.Warnings, Cancellation = cancellation };
        var fleet = FleetSynthesis.SynthesizeFile(request.FleetFile, request.Output, options);
        using var held = ApplyLock.Take(request.Output);
        RequireStacksOf(fleet);
        var waves = WavesOf(fleet, await terraform.VersionAsync(cancellation));
        var record = ApplyRecord.In(request.Output);
        if (request.IsFromStart)
        {
            record.Delete();
        }

        try
        {
            return await ApplyAsync(waves, record, cancellation);
        }
        catch (TerraformException exception) when (cancellation.IsCancellationRequested)
        {
            // "stopped" alone would hide what Terraform says of the state and its lock.
            dialog.WriteLine(exception.Message);
            throw;
        }
    }

    private async Task<ApplyResult> ApplyAsync(List<AppliedStack[]> waves, ApplyRecord record, CancellationToken cancellation)
    {
        _stacks = waves.Sum(wave => wave.Length);
        foreach (var (index, wave) in waves.Index())
        {
            cancellation.ThrowIfCancellationRequested();
            dialog.WriteLine($"wave {index + 1} of {waves.Count}: {NamesOf(wave)}");
            var (done, ahead) = (wave.Where(IsApplied).ToArray(), wave.Where(stack => !IsApplied(stack)).ToArray());
            _applied += done.Length;
            foreach (var stack in done)
            {
                dialog.WriteLine($"{stack.Name}: applied by the run before, which did not come to its end; --from-start plans it again");
            }

            if (await ApplyWaveAsync(ahead, record) is { } end)
            {
                return end;
            }
        }

        record.Delete();
        dialog.WriteLine($"{_stacks} {(_stacks == 1 ? "stack" : "stacks")}: {_applied} applied, {_unchanged} without changes");
        return ApplyResult.Done;

        // A stack looks up what those before it have: where one of them has changed now, what it found then is no longer true.
        bool IsApplied(AppliedStack stack) => record.Has(stack.Name, stack.Fingerprint) && !stack.Dependencies.Any(_changed.Contains);
    }

    /// <summary>Plans, shows, asks, and applies; returns how it ended where no other wave follows.</summary>
    private async Task<ApplyResult?> ApplyWaveAsync(IReadOnlyList<AppliedStack> wave, ApplyRecord record)
    {
        try
        {
            await PlanAsync(wave);
            var changed = wave.Where(stack => stack.Plan.HasChanges).ToArray();
            Show(wave, record);
            if (changed.Length == 0)
            {
                return null;
            }

            if (request.IsDryRun)
            {
                dialog.WriteLine("a dry run: nothing is applied, and what depends on these stacks is not planned; --yes applies");
                return ApplyResult.Done;
            }

            if (!request.IsConfirmed && !await dialog.ConfirmAsync($"apply {NamesOf(changed)}?"))
            {
                record.Delete();
                return ApplyResult.Declined;
            }

            _changed.UnionWith(changed.Select(stack => stack.Name));
            await _sideBySide.RunAsync(changed, stack => ApplyAsync(stack, record));
            return null;
        }
        finally
        {
            wave.ToList().ForEach(stack => stack.ForgetPlan());
        }
    }

    private async Task PlanAsync(IReadOnlyList<AppliedStack> wave)
    {
        // One after the other: a plugin cache that all share is not made for several at once.
        await new SideBySide(1).RunAsync(
            wave,
            stack =>
            {
                dialog.ShowStatus($"terraform init of {stack.Name}");
                return stack.InitAsync();
            }
        );
        dialog.ShowStatus($"terraform plan of {NamesOf(wave)}");
        await _sideBySide.RunAsync(wave, stack => stack.PlanAsync());
    }

    private void Show(IReadOnlyList<AppliedStack> wave, ApplyRecord record)
    {
        foreach (var stack in wave)
        {
            dialog.WriteLine($"{stack.Name}: {stack.Summary}");
            if (stack.Plan.HasChanges)
            {
                dialog.WriteLine(stack.PlanText.TrimEnd());
                continue;
            }

            _unchanged++;
            if (!request.IsDryRun)
            {
                record.Add(stack.Name, stack.Fingerprint);
            }
        }
    }

    private async Task ApplyAsync(AppliedStack stack, ApplyRecord record)
    {
        dialog.ShowStatus($"terraform apply of {stack.Name}");
        await stack.ApplyAsync();
        record.Add(stack.Name, stack.Fingerprint);
        lock (_lines)
        {
            _applied++;
            dialog.WriteLine($"{stack.Name}: applied");
        }
    }

    private void RequireStacksOf(SynthesizedFleet fleet)
    {
        var names = fleet.Stacks.Select(stack => stack.Name).ToHashSet();
        foreach (var unknown in request.Stacks.Where(stack => !names.Contains(stack)))
        {
            var hint = DidYouMean.Of(unknown, names) is { } near ? $"did you mean '{near}'?" : "'order' lists them.";
            throw new ApplyException($"'{unknown}' must be a stack of {request.FleetFile}; {hint}");
        }
    }

    private List<AppliedStack[]> WavesOf(SynthesizedFleet fleet, Version version)
    {
        return
        [
            .. StackOrder
                .Waves(fleet.Stacks, stack => stack.Name, stack => stack.Dependencies)
                .Select(wave => wave.Where(IsWanted).Select(stack => new AppliedStack(stack, terraform, version)).ToArray())
                .Where(wave => wave.Length > 0),
        ];

        bool IsWanted(SynthesizedStack stack) => request.Stacks.Count == 0 || request.Stacks.Contains(stack.Name);
    }

    private static string NamesOf(IReadOnlyList<AppliedStack> stacks) => string.Join(", ", stacks.Select(stack => stack.Name));
}
