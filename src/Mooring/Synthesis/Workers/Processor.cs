using System.ComponentModel;
using System.Diagnostics;
using System.Numerics;

namespace Mooring.Synthesis.Workers;

/// <summary>
/// A processor for a worker and its Node.js. The two alternate thousands of times a second. On one processor that is a context switch; between two
/// it wakes an idle one, which costs more on a virtual machine.
/// </summary>
/// <param name="Mask">The bit of the processor; zero lets the operating system choose.</param>
internal readonly record struct Processor(nint Mask)
{
    /// <summary>
    /// A processor for each worker that runs at a time. Where this process may not use all processors, as in a container with a quota, or where
    /// affinity is not supported, the operating system chooses.
    /// </summary>
    public static IEnumerable<Processor> All
    {
        get
        {
            var usable = Usable();
            var isFree = BitOperations.PopCount((nuint)usable) == Environment.ProcessorCount;
            return isFree
                ? Enumerable.Range(0, IntPtr.Size * 8).Select(index => (nint)1 << index).Where(mask => (mask & usable) != 0).Select(mask => new Processor(mask))
                : Enumerable.Repeat(default(Processor), Environment.ProcessorCount);
        }
    }

    /// <summary>Binds a process, and those that it starts, to the processor.</summary>
    /// <param name="process">A process that was just started.</param>
    public void Keep(Process process)
    {
        if (Mask != 0 && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
        {
            try
            {
                process.ProcessorAffinity = Mask;
            }
            catch (Exception exception) when (exception is InvalidOperationException or Win32Exception && process.HasExited)
            {
                // It ended at once; who waits for it reports why.
            }
        }
    }

    private static nint Usable()
    {
        using var self = Process.GetCurrentProcess();
        return OperatingSystem.IsLinux() || OperatingSystem.IsWindows() ? self.ProcessorAffinity : 0;
    }
}
