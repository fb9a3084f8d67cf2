using System.ComponentModel;
using System.Diagnostics;

namespace Mooring.Benchmarks.Processes;

/// <summary>
/// What the processes that were started here took. jsii leaves a Node.js that ends after the .NET process that started it; as this process adopts
/// such orphans and waits for them, the kernel counts them too.
/// </summary>
internal static class ChildProcesses
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Makes this process the parent of every process below it whose own parent ends.</summary>
    public static void AdoptOrphans()
    {
        if (Native.ControlProcess(Native.SetChildSubreaper, 1, 0, 0, 0) != 0)
        {
            throw new Win32Exception();
        }
    }

    /// <summary>The CPU time, user and system, of all processes below this one that have ended and were waited for.</summary>
    public static TimeSpan CpuTime
    {
        get
        {
            if (Native.GetResourceUsage(Native.OfChildren, out var usage) != 0)
            {
                throw new Win32Exception();
            }

            return TimeSpan.FromSeconds(usage.UserSeconds + usage.SystemSeconds) + TimeSpan.FromMicroseconds(usage.UserMicroseconds + usage.SystemMicroseconds);
        }
    }

    /// <summary>The processes that have this one as their parent.</summary>
    public static IReadOnlyList<int> Running => ProcessTable.ChildrenOf(Environment.ProcessId);

    /// <summary>Waits for orphans to end, and gives up on those that stay, as build servers do.</summary>
    /// <param name="others">Children that were there before.</param>
    public static void WaitForOrphans(IReadOnlyList<int> others)
    {
        var clock = Stopwatch.StartNew();
        while (Running.Except(others).ToArray() is { Length: > 0 } orphans && clock.Elapsed < s_patience)
        {
            foreach (var orphan in orphans)
            {
                _ = Native.WaitForProcess(orphan, out _, Native.WithoutWaiting);
            }

            Thread.Sleep(1);
        }
    }
}
