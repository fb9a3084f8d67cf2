namespace Mooring.Stacks;

/// <summary>
/// The temporary files of the jsii runtime, which unpacks itself and every package when it starts, 5 MB, and never removes them.
/// </summary>
internal static class JsiiTemporaryFiles
{
    private static readonly Lazy<string> s_directory = new(Create);

    /// <summary>Gives this process and those it starts a directory for temporary files, which is gone when the process ends.</summary>
    /// <returns>The directory.</returns>
    public static string Confine() => s_directory.Value;

    private static string Create()
    {
        var directory = Directory.CreateTempSubdirectory("mooring-").FullName;
        Environment.SetEnvironmentVariable(OperatingSystem.IsWindows() ? "TMP" : "TMPDIR", directory);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(directory);
        return directory;
    }

    private static void Remove(string directory)
    {
        try
        {
            Directory.Delete(directory, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Node.js ends a moment later, and Windows deletes nothing that somebody has open.
        }
    }
}
