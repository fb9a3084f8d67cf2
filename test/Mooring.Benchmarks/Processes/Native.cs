using System.Runtime.InteropServices;

namespace Mooring.Benchmarks.Processes;

/// <summary>What .NET does not have of Linux.</summary>
internal static partial class Native
{
    /// <summary><c>PR_SET_CHILD_SUBREAPER</c>.</summary>
    public const int SetChildSubreaper = 36;

    /// <summary><c>RUSAGE_CHILDREN</c>.</summary>
    public const int OfChildren = -1;

    /// <summary><c>WNOHANG</c>.</summary>
    public const int WithoutWaiting = 1;

    /// <seealso href="https://man7.org/linux/man-pages/man2/prctl.2.html"/>
    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    public static partial int ControlProcess(int option, nuint argument, nuint unused1, nuint unused2, nuint unused3);

    /// <seealso href="https://man7.org/linux/man-pages/man2/getrusage.2.html"/>
    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    public static partial int GetResourceUsage(int who, out ResourceUsage usage);

    /// <seealso href="https://man7.org/linux/man-pages/man2/waitpid.2.html"/>
    [LibraryImport("libc", EntryPoint = "waitpid", SetLastError = true)]
    public static partial int WaitForProcess(int process, out int status, int options);

    /// <summary><c>struct rusage</c> of 64 bits; what is behind the times is not used.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    public struct ResourceUsage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
