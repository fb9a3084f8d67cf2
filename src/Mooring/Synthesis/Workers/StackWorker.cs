using Mooring.Jsii;
using Mooring.Synthesis.Cdktf;

namespace Mooring.Synthesis.Workers;

/// <summary>The worker process: synthesizes the stacks that it receives from another process.</summary>
public static class StackWorker
{
    private const int Orphaned = 1;

    /// <summary>
    /// Reads an order from the standard input, synthesizes its stacks, and writes the name of each stack to the standard output when its synthesis
    /// starts, and at the end a line about the engine. The parent process has prepared the environment for Node.js. It keeps the input open until it
    /// has the result; when the input is closed before, the worker ends.
    /// </summary>
    public static void Run()
    {
        if (Console.In.ReadLine() is not { } line)
        {
            return;
        }

        new Thread(EndWithInput) { IsBackground = true }.Start();
        var order = WorkerOrder.Parse(line);
        JsiiEngine.Use(order.Engine, isPrepared: true);
        WatchedSynthesis.Synthesize([.. order.Plan()], order.Directory, Console.WriteLine, CancellationToken.None);
        Console.WriteLine(JsiiEngine.Report);
    }

    private static void EndWithInput()
    {
        _ = Console.In.ReadToEnd();
        Environment.Exit(Orphaned);
    }
}
