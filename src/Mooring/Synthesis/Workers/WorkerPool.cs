using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Mooring.Jsii;
using Mooring.Stacks;

namespace Mooring.Synthesis.Workers;

/// <summary>Distributes stacks to workers. Each worker synthesizes one batch and ends.</summary>
/// <param name="program">How a worker is started.</param>
/// <param name="onStack">Called with the name of each stack when its synthesis starts, by several threads.</param>
/// <param name="cancellation">Stops the workers.</param>
/// <param name="smallestBatch">Smallest number of stacks in a batch. With fewer, the start of a worker takes longer than it saves.</param>
internal sealed class WorkerPool(WorkerProgram program, Action<string>? onStack, CancellationToken cancellation, int smallestBatch = WorkerPool.SmallestBatch)
{
    private const int SmallestBatch = 40;

    /// <summary>
    /// CDKTF and jsii keep every construct in memory until their process ends, a third of a megabyte for each stack. The end of a worker frees it.
    /// </summary>
    private const int LargestBatch = 260;

    private ExceptionDispatchInfo? _failure;

    /// <summary>What runs CDKTF in the workers.</summary>
    public SynthesisEngine Engine { get; init; } = JsiiEngine.Default;

    /// <summary>Called with a line of each worker that says which engine ran.</summary>
    public Action<string>? OnEngine { get; init; }

    /// <summary>Whether workers are faster for a number of stacks.</summary>
    public static bool IsWorthIt(int stacks) => stacks >= 2 * SmallestBatch && Environment.ProcessorCount > 1;

    /// <summary>Synthesizes stacks.</summary>
    /// <param name="stacks">The stacks.</param>
    /// <param name="directory">A directory, in which each batch gets an empty directory.</param>
    /// <returns>The directories that were written.</returns>
    /// <exception cref="WorkerException">A worker failed; the others were ended.</exception>
    /// <exception cref="OperationCanceledException">The user stopped the run; the workers were ended.</exception>
    public IReadOnlyList<string> Synthesize(IReadOnlyList<PlannedStack> stacks, string directory)
    {
        // A worker that is ended leaves its temporary files, so it uses the directory that this process removes.
        JsiiTemporaryFiles.Confine();
        var batches = Batches(stacks).Select((batch, index) => new Batch(batch, Path.Combine(directory, $"batch-{index}"))).ToArray();
        var waiting = new ConcurrentQueue<Batch>(batches);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task.WaitAll([.. Processor.All.Take(batches.Length).Select(processor => Task.Run(() => Work(waiting, processor, stop)))]);
        _failure?.Throw();
        return [.. batches.Select(batch => batch.Directory)];
    }

    /// <summary>
    /// Enough batches to keep all processors busy to the end, each with some stacks of every kind, because those of clusters take longest.
    /// </summary>
    private IEnumerable<IReadOnlyList<PlannedStack>> Batches(IReadOnlyList<PlannedStack> stacks)
    {
        var workers = Math.Clamp(stacks.Count / smallestBatch, 1, Environment.ProcessorCount);
        var rounds = (stacks.Count + (workers * LargestBatch) - 1) / (workers * LargestBatch);
        return stacks
            .Select((stack, index) => (stack, index))
            .GroupBy(each => each.index % (workers * rounds), each => each.stack)
            .Select(batch => batch.ToArray());
    }

    private async Task Work(ConcurrentQueue<Batch> batches, Processor processor, CancellationTokenSource stop)
    {
        try
        {
            while (batches.TryDequeue(out var batch))
            {
                stop.Token.ThrowIfCancellationRequested();
                await Worker.RunAsync(program, processor, WorkerOrder.Of(batch.Directory, Engine, batch.Stacks), Tell, stop.Token);
            }
        }
#pragma warning disable CA1031 // whatever it is, the others are ended first
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // Later failures follow from this one.
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
            await stop.CancelAsync();
        }
    }

    /// <summary>A worker writes names of stacks, and at its end a line about the engine; no stack is called like that.</summary>
    private void Tell(string line)
    {
        if (line.StartsWith(JsiiEngine.ReportPrefix, StringComparison.Ordinal))
        {
            OnEngine?.Invoke(line);
        }
        else
        {
            onStack?.Invoke(line);
        }
    }

    private sealed record Batch(IReadOnlyList<PlannedStack> Stacks, string Directory);
}
