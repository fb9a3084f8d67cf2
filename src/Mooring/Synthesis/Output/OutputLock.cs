namespace Mooring.Synthesis.Output;

/// <summary>
/// Keeps an output directory for one run. The operating system holds the lock, on a file in the directory, and takes it back when the
/// process ends, however it does.
/// </summary>
internal sealed class OutputLock : IDisposable
{
    private const string FileName = ".synthesis.lock";

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private OutputLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, and waits for it where another run has it.</summary>
    /// <param name="directory">The output directory; it is created when it is not there.</param>
    /// <param name="onWait">Is told the directory when there is somebody to wait for.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static OutputLock Take(string directory, Action<string>? onWait, CancellationToken cancellation)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, FileName);
        for (var isFirst = true; ; isFirst = false)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                // The file stays: somebody may be waiting for this very one.
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

    /// <summary>Gives the lock back.</summary>
    public void Dispose() => _file.Dispose();

    /// <summary>Whether another process has the file: a sharing violation on Windows, EWOULDBLOCK elsewhere.</summary>
    private static bool IsTaken(IOException exception) =>
        exception.HResult is unchecked((int)0x80070020)
        || (exception.HResult is 11 && OperatingSystem.IsLinux())
        || (exception.HResult is 35 && OperatingSystem.IsMacOS());
}
