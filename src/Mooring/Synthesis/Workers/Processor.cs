using System.Diagnostics;
using System.Numerics;

namespace Mooring.Synthesis.Workers;

/// <summary>
/// A processor for a worker and its Node.js. The two take turns, thousands of times a second; on one processor that is a switch, between two
/// it is waking a sleeping one up, which costs a virtual machine more.
/// </summary>
/// <param name="Mask">The bit of the processor; zero leaves it to the operating system.</param>
internal readonly record struct Processor(nint Mask)
{
    /// <summary>
    /// A processor for each worker that can run at a time. Where this process may not use all that it sees, as in a container with a quota, or
    /// where there is no way to ask for one, the operating system chooses.
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

    /// <summary>Keeps a process, and those that it starts, on the processor.</summary>
    /// <param name="process">A process that was just started.</param>
    public void Keep(Process process)
    {
        if (Mask != 0 && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
        {
            process.ProcessorAffinity = Mask;
        }
    }

    private static nint Usable()
    {
        using var self = Process.GetCurrentProcess();
        return OperatingSystem.IsLinux() || OperatingSystem.IsWindows() ? self.ProcessorAffinity : 0;
    }
}
