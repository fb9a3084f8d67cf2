using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Mooring.Jsii;
using Mooring.Stacks;
using Mooring.Synthesis.Cdktf;
using Mooring.Synthesis.Output;

namespace Mooring.Synthesis;

/// <summary>
/// Synthesizes stacks in batches, each with a CDKTF of its own, on all processors. CDKTF keeps every construct in memory until it ends, so the end of a
/// batch also frees memory.
/// </summary>
/// <param name="engine">What runs CDKTF.</param>
/// <param name="onStack">Called with the name of each stack when its synthesis starts, by several threads.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class StackBatches(SynthesisEngine engine, Action<string>? onStack, CancellationToken cancellation)
{
    private ExceptionDispatchInfo? _failure;

    /// <summary>The smallest number of stacks in a batch: with fewer, a second one takes longer to start than it saves.</summary>
    public int Smallest { get; init; } = engine == SynthesisEngine.Native ? 16 : 40;

    /// <summary>The largest number of stacks in a batch.</summary>
    public int Largest { get; init; } = engine == SynthesisEngine.Native ? 64 : 260;

    /// <summary>Writes the Terraform of stacks, and returns CDKTF's manifest entry of each.</summary>
    /// <param name="stacks">The stacks.</param>
    /// <param name="directory">An empty directory, an absolute path.</param>
    /// <exception cref="NodeRuntimeException">Node.js failed, or does not answer.</exception>
    /// <exception cref="OperationCanceledException">The user stopped the run.</exception>
    public Dictionary<string, string> Synthesize(IReadOnlyList<PlannedStack> stacks, string directory)
    {
        var batches = Of(stacks).ToArray();
        if (batches.Length == 1)
        {
            WatchedSynthesis.Synthesize(stacks, directory, engine, onStack, cancellation);
            return FleetManifest.EntriesIn(directory);
        }

        var waiting = new ConcurrentQueue<(PlannedStack[] Stacks, string Directory)>(
            batches.Select((batch, index) => (batch, Path.Combine(directory, $"batch-{index}")))
        );
        string[] written = [.. waiting.Select(batch => batch.Directory)];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task.WaitAll(
            [
                .. Enumerable
                    .Range(0, Math.Min(Environment.ProcessorCount, batches.Length))
                    .Select(_ =>
                        Task.Factory.StartNew(() => Work(waiting, stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                    ),
            ],
            CancellationToken.None
        );
        _failure?.Throw();
        return written.SelectMany(each => StagedOutput.Gather(each, directory)).ToDictionary();
    }

    /// <summary>
    /// Enough batches to keep all processors busy to the end, each with some stacks of every kind, because those of clusters take longest.
    /// </summary>
    private IEnumerable<PlannedStack[]> Of(IReadOnlyList<PlannedStack> stacks)
    {
        var processors = Math.Clamp(stacks.Count / Smallest, 1, Environment.ProcessorCount);
        var rounds = (stacks.Count + (processors * Largest) - 1) / (processors * Largest);
        return stacks
            .Select((stack, index) => (stack, index))
            .GroupBy(each => each.index % (processors * rounds), each => each.stack)
            .Select(batch => batch.ToArray());
    }

    private void Work(ConcurrentQueue<(PlannedStack[] Stacks, string Directory)> batches, CancellationTokenSource stop)
    {
        try
        {
            while (batches.TryDequeue(out var batch))
            {
                stop.Token.ThrowIfCancellationRequested();
                WatchedSynthesis.Synthesize(batch.Stacks, batch.Directory, engine, onStack, stop.Token);
            }
        }
#pragma warning disable CA1031 // whatever it is, the others are ended first
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // Later failures follow from this one.
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
            stop.Cancel();
        }
    }
}
