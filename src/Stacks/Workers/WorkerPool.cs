using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Mooring.Stacks.Workers;

/// <summary>Shares stacks out over workers, each of which gets a batch and ends with it.</summary>
/// <param name="program">How a worker is started.</param>
/// <param name="options">How a fleet is synthesized.</param>
/// <param name="smallestBatch">How many stacks a worker gets at least. With fewer, starting it takes longer than it saves.</param>
internal sealed class WorkerPool(WorkerProgram program, SynthesisOptions options, int smallestBatch = WorkerPool.SmallestBatch)
{
    private const int SmallestBatch = 20;

    /// <summary>
    /// CDKTF and jsii keep every construct for as long as their process lives, half a megabyte a stack. A worker that ends gives it back.
    /// </summary>
    private const int LargestBatch = 150;

    private ExceptionDispatchInfo? _failure;

    /// <summary>Whether so many stacks are worth workers.</summary>
    public static bool IsWorthIt(int stacks) => stacks >= 2 * SmallestBatch && Environment.ProcessorCount > 1;

    /// <summary>Synthesizes stacks.</summary>
    /// <param name="stacks">The stacks.</param>
    /// <param name="directory">A directory, in which each worker gets an empty one of its own.</param>
    /// <returns>The directories that the workers wrote.</returns>
    /// <exception cref="WorkerException">A worker failed; the others were ended.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it; the workers were ended.</exception>
    public IReadOnlyList<string> Synthesize(IReadOnlyList<PlannedStack> stacks, string directory)
    {
        var orders = new ConcurrentQueue<WorkerOrder>(Batches(stacks).Select((batch, index) => WorkerOrder.Of(Path.Combine(directory, $"batch-{index}"), batch)));
        // A worker that is ended leaves its temporary files; so they go where this process removes its own.
        JsiiTemporaryFiles.Confine();
        string[] directories = [.. orders.Select(order => order.Directory)];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(options.Cancellation);
        Task.WaitAll(Enumerable.Range(0, Math.Min(Environment.ProcessorCount, orders.Count)).Select(_ => Task.Run(() => Work(orders, stop))));
        _failure?.Throw();
        return directories;
    }

    /// <summary>
    /// As many batches as keep all workers busy to the end, each with some stacks of every kind: those of clusters take longest.
    /// </summary>
    private IEnumerable<IEnumerable<PlannedStack>> Batches(IReadOnlyList<PlannedStack> stacks)
    {
        var workers = Math.Clamp(stacks.Count / smallestBatch, 1, Environment.ProcessorCount);
        var rounds = (stacks.Count + (workers * LargestBatch) - 1) / (workers * LargestBatch);
        return stacks.Select((stack, index) => (stack, index)).GroupBy(each => each.index % (workers * rounds), each => each.stack);
    }

    private async Task Work(ConcurrentQueue<WorkerOrder> orders, CancellationTokenSource stop)
    {
        try
        {
            while (orders.TryDequeue(out var order))
            {
                stop.Token.ThrowIfCancellationRequested();
                await CarryOut(order, stop.Token);
            }
        }
#pragma warning disable CA1031 // whatever it is, the others are ended first
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // What fails later is ended by this one.
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
            await stop.CancelAsync();
        }
    }

    private async Task CarryOut(WorkerOrder order, CancellationToken cancellation)
    {
        using var worker = program.Start();
        try
        {
            var said = worker.StandardError.ReadToEndAsync(cancellation);
            await Tell(worker, order, cancellation);
            while (await worker.StandardOutput.ReadLineAsync(cancellation) is { } stack)
            {
                options.OnStack?.Invoke(stack);
            }

            await worker.WaitForExitAsync(cancellation);
            if (worker.ExitCode != 0)
            {
                throw new WorkerException((await said).Trim());
            }
        }
        finally
        {
            End(worker);
        }
    }

    private static async Task Tell(Process worker, WorkerOrder order, CancellationToken cancellation)
    {
        try
        {
            await worker.StandardInput.WriteLineAsync(order.ToString().AsMemory(), cancellation);
            await worker.StandardInput.FlushAsync(cancellation);
        }
        catch (IOException)
        {
            // It ended before it was told everything; it says why.
        }
    }

    private static void End(Process worker)
    {
        if (!worker.HasExited)
        {
            worker.Kill(entireProcessTree: true);
            worker.WaitForExit();
        }
    }
}
