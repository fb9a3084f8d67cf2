using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Mooring.Stacks.Workers;

/// <summary>Shares stacks out over this process, which takes one batch of them, and over workers, each of which takes one and ends with it.</summary>
/// <param name="program">How a worker is started.</param>
/// <param name="options">How a fleet is synthesized.</param>
/// <param name="smallestBatch">How many stacks a batch has at least. With fewer, starting a worker takes longer than it saves.</param>
internal sealed class WorkerPool(WorkerProgram program, SynthesisOptions options, int smallestBatch = WorkerPool.SmallestBatch)
{
    private const int SmallestBatch = 40;

    /// <summary>
    /// CDKTF and jsii keep every construct for as long as their process lives, a third of a megabyte a stack. A worker that ends gives it back.
    /// </summary>
    private const int LargestBatch = 160;

    private ExceptionDispatchInfo? _failure;

    /// <summary>Whether so many stacks are worth workers.</summary>
    public static bool IsWorthIt(int stacks) => stacks >= 2 * SmallestBatch && Environment.ProcessorCount > 1;

    /// <summary>Synthesizes stacks.</summary>
    /// <param name="stacks">The stacks.</param>
    /// <param name="directory">A directory, in which each batch gets an empty one of its own.</param>
    /// <param name="here">Synthesizes stacks into a directory in this process.</param>
    /// <returns>The directories that were written.</returns>
    /// <exception cref="WorkerException">A worker failed; the others were ended.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it; the workers were ended.</exception>
    public IReadOnlyList<string> Synthesize(IReadOnlyList<PlannedStack> stacks, string directory, Action<IReadOnlyList<PlannedStack>, string> here)
    {
        // A worker that is ended leaves its temporary files; so they go where this process removes its own.
        JsiiTemporaryFiles.Confine();
        var batches = Batches(stacks).Select((batch, index) => new Batch(batch, Path.Combine(directory, $"batch-{index}"))).ToArray();
        var others = new ConcurrentQueue<Batch>(batches[1..]);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(options.Cancellation);
        Task.WaitAll(
        [
            Task.Run(async () =>
            {
                await Guard(() => Task.Run(() => here(batches[0].Stacks, batches[0].Directory), stop.Token), stop);
                await Work(others, stop);
            }),
            .. Enumerable.Range(1, Math.Min(Environment.ProcessorCount, batches.Length) - 1).Select(_ => Task.Run(() => Work(others, stop))),
        ]);
        _failure?.Throw();
        return [.. batches.Select(batch => batch.Directory)];
    }

    /// <summary>
    /// As many batches as keep all processors busy to the end, each with some stacks of every kind: those of clusters take longest.
    /// </summary>
    private IEnumerable<IReadOnlyList<PlannedStack>> Batches(IReadOnlyList<PlannedStack> stacks)
    {
        var processes = Math.Clamp(stacks.Count / smallestBatch, 1, Environment.ProcessorCount);
        var rounds = (stacks.Count + (processes * LargestBatch) - 1) / (processes * LargestBatch);
        return stacks.Select((stack, index) => (stack, index)).GroupBy(each => each.index % (processes * rounds), each => each.stack).Select(batch => batch.ToArray());
    }

    private async Task Work(ConcurrentQueue<Batch> batches, CancellationTokenSource stop)
    {
        while (!stop.IsCancellationRequested && batches.TryDequeue(out var batch))
        {
            await Guard(() => Worker.RunAsync(program, WorkerOrder.Of(batch.Directory, batch.Stacks), options.OnStack, stop.Token), stop);
        }
    }

    /// <summary>Does something, and ends all else when it fails. What fails after that is ended by it.</summary>
    private async Task Guard(Func<Task> work, CancellationTokenSource stop)
    {
        try
        {
            stop.Token.ThrowIfCancellationRequested();
            await work();
        }
#pragma warning disable CA1031 // whatever it is, the others are ended first
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
            await stop.CancelAsync();
        }
    }

    private sealed record Batch(IReadOnlyList<PlannedStack> Stacks, string Directory);
}
