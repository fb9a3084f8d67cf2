using Mooring.Synthesis.Output;

namespace Mooring.Apply;

/// <summary>
/// Lets one apply of an output directory run at a time: its plans are files in the stacks. It is an operating-system lock on a file in the directory,
/// and is released when the process ends, even when it is killed.
/// </summary>
internal static class ApplyLock
{
    private const string FileName = ".apply.lock";

    /// <summary>Takes the lock.</summary>
    /// <returns>What releases it, and removes the file.</returns>
    /// <exception cref="ApplyException">Another apply has it.</exception>
    public static IDisposable Take(string output)
    {
        try
        {
            var path = Path.Combine(output, FileName);
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException exception) when (OutputLock.IsTaken(exception))
        {
            throw new ApplyException($"another apply of {output} is running: wait for its end, or stop it with Ctrl-C");
        }
    }
}
