using Mooring.Publishing;

namespace Mooring.Synthesis.Output;

/// <summary>
/// Locks an output directory for one run. The lock is an operating-system lock on a file in the directory, and is released when the process ends,
/// even when it is killed.
/// </summary>
internal sealed class OutputLock : IDisposable
{
    private const string FileName = ".synthesis.lock";

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private OutputLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, and waits while another run has it.</summary>
    /// <param name="directory">The output directory; it is created if it does not exist.</param>
    /// <param name="onWait">Called with the directory when another run has the lock.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static OutputLock Take(string directory, Action<string>? onWait, CancellationToken cancellation)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, FileName);
        if (DiskFileSystem.Instance.KindOf(path) == FileKind.Link)
        {
            throw new IOException($"{path} must be a file, and is a symbolic link: move it away.");
        }

        for (var isFirst = true; ; isFirst = false)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                // The file is not deleted: another run may wait for the lock on it.
                return new OutputLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException exception) when (IsTaken(exception))
            {
                if (isFirst)
                {
                    onWait?.Invoke(directory);
                }

                cancellation.WaitHandle.WaitOne(s_pause);
            }
        }
    }

    /// <summary>Releases the lock.</summary>
    public void Dispose() => _file.Dispose();

    /// <summary>Whether another process has the file: a sharing violation on Windows, EWOULDBLOCK elsewhere.</summary>
    public static bool IsTaken(IOException exception) =>
        exception.HResult is unchecked((int)0x80070020)
        || (exception.HResult is 11 && OperatingSystem.IsLinux())
        || (exception.HResult is 35 && OperatingSystem.IsMacOS());
}
