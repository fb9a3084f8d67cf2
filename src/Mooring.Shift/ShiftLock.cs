using Mooring.Synthesis.Output;

namespace Mooring.Shift;

/// <summary>
/// Lets one shift of a fleet file run at a time. It is an operating-system lock on a file beside the fleet file, and is released when the process ends,
/// even when it is killed.
/// </summary>
internal static class ShiftLock
{
    /// <summary>Takes the lock.</summary>
    /// <returns>What releases it, and removes the file.</returns>
    /// <exception cref="ShiftException">Another shift has it.</exception>
    public static IDisposable Take(string fleetFile)
    {
        var path = Path.ChangeExtension(Path.GetFullPath(fleetFile), ".shift.lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException exception) when (OutputLock.IsTaken(exception))
        {
            throw new ShiftException($"another shift of {fleetFile} is running: wait for its end, or stop it with Ctrl-C");
        }
    }
}
