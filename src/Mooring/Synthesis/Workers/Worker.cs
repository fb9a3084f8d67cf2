using System.Diagnostics;

namespace Mooring.Synthesis.Workers;

/// <summary>A worker process, as its parent process sees it.</summary>
internal static class Worker
{
    /// <summary>Starts a worker with an order, and waits for its end.</summary>
    /// <param name="program">How it is started.</param>
    /// <param name="processor">Where it runs.</param>
    /// <param name="order">The order.</param>
    /// <param name="onLine">Called with each line that it writes: the name of each stack when its synthesis starts, and a line about the engine.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="WorkerException">It failed.</exception>
    public static async Task RunAsync(WorkerProgram program, Processor processor, WorkerOrder order, Action<string> onLine, CancellationToken cancellation)
    {
        using var worker = program.Start();
        try
        {
            processor.Keep(worker);
            var said = worker.StandardError.ReadToEndAsync(cancellation);
            await TellAsync(worker, order, cancellation);
            while (await worker.StandardOutput.ReadLineAsync(cancellation) is { } line)
            {
                onLine(line);
            }

            await worker.WaitForExitAsync(cancellation);
            if (worker.ExitCode != 0)
            {
                throw new WorkerException((await said).Trim() is { Length: > 0 } error ? error : Silent(worker.ExitCode));
            }
        }
        finally
        {
            End(worker);
        }
    }

    private static string Silent(int exitCode) =>
        $"a worker process ended with exit code {exitCode} and no message: it may have been killed, or have run out of memory";

    private static async Task TellAsync(Process worker, WorkerOrder order, CancellationToken cancellation)
    {
        try
        {
            await worker.StandardInput.WriteLineAsync(order.ToString().AsMemory(), cancellation);
            await worker.StandardInput.FlushAsync(cancellation);
        }
        catch (IOException)
        {
            // The worker ended before it received the whole order; its own error says why.
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
