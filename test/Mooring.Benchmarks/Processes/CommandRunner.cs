using System.Diagnostics;

namespace Mooring.Benchmarks.Processes;

/// <summary>Runs commands, one at a time, and measures them.</summary>
internal static class CommandRunner
{
    /// <summary>The interval between two measurements of the memory of a process tree.</summary>
    private static readonly TimeSpan s_samplingInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs a command.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="BenchmarkException">It fails.</exception>
    public static string Run(Invocation invocation)
    {
        using var command = new RunningCommand(invocation);
        command.Wait();
        return command.Output();
    }

    /// <summary>Runs a command undisturbed, and takes its time.</summary>
    /// <exception cref="BenchmarkException">It fails.</exception>
    public static Timing Time(Invocation invocation)
    {
        var others = ChildProcesses.Running;
        var before = ChildProcesses.CpuTime;
        var clock = Stopwatch.StartNew();
        using var command = new RunningCommand(invocation);
        command.Wait();
        var wall = clock.Elapsed;
        ChildProcesses.WaitForOrphans(others);
        command.Output();
        return new Timing(wall, ChildProcesses.CpuTime - before);
    }

    /// <summary>
    /// Runs a command and measures the memory of its processes. That slows it down by milliseconds each time, so it is not timed.
    /// </summary>
    /// <exception cref="BenchmarkException">It fails.</exception>
    public static TreeSample Sample(Invocation invocation)
    {
        var others = ChildProcesses.Running;
        var peak = 0L;
        var programs = new HashSet<string>();
        using var command = new RunningCommand(invocation);
        do
        {
            var tree = ProcessTable.TreeOf(command.Id);
            peak = Math.Max(peak, tree.Sum(ProcessTable.ProportionalSetSize));
            programs.UnionWith(tree.Select(ProcessTable.ProgramOf).OfType<string>());
        } while (!command.Wait(s_samplingInterval));

        ChildProcesses.WaitForOrphans(others);
        command.Output();
        return new TreeSample(peak, programs);
    }
}
