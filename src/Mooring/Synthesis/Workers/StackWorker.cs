using Mooring.Synthesis.Cdktf;

namespace Mooring.Synthesis.Workers;

/// <summary>The worker's side: synthesizes stacks that another process tells it.</summary>
public static class StackWorker
{
    private const int Orphaned = 1;

    /// <summary>
    /// Reads an order from the standard input, in the environment that the process which starts it has prepared for Node.js, carries it out, and writes
    /// the name of each stack to the standard output when it is begun.
    /// Whoever ordered keeps the input open until it has the result; when it is closed before, the process ends.
    /// </summary>
    public static void Run()
    {
        if (Console.In.ReadLine() is not { } line)
        {
            return;
        }

        new Thread(EndWithInput) { IsBackground = true }.Start();
        var order = WorkerOrder.Parse(line);
        StackSynthesis.Synthesize(order.Plan(), order.Directory, Console.WriteLine);
    }

    private static void EndWithInput()
    {
        _ = Console.In.ReadToEnd();
        Environment.Exit(Orphaned);
    }
}
