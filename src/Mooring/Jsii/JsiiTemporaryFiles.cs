namespace Mooring.Jsii;

/// <summary>
/// The temporary files of the jsii runtime, which unpacks itself and every package when it starts, 5 MB, and never removes them.
/// </summary>
internal static class JsiiTemporaryFiles
{
    private static readonly Lazy<string> s_directory = new(Create);

    /// <summary>Gives this process and those it starts a directory for temporary files, which is gone when the process ends.</summary>
    /// <returns>The directory.</returns>
    public static string Confine() => s_directory.Value;

    /// <summary>
    /// Registers the removal of the directory for after the end of Node.js, which is running now and may unpack further packages until then.
    /// </summary>
    public static void RemoveAfterNode()
    {
        // Handlers run in the order of their registration.
        AppDomain.CurrentDomain.ProcessExit -= Remove;
        if (s_directory.IsValueCreated)
        {
            AppDomain.CurrentDomain.ProcessExit += Remove;
        }
    }

    private static string Create()
    {
        var directory = Directory.CreateTempSubdirectory("mooring-").FullName;
        NodeEnvironment.Set(OperatingSystem.IsWindows() ? "TMP" : "TMPDIR", directory);
        AppDomain.CurrentDomain.ProcessExit += Remove;
        return directory;
    }

    private static void Remove(object? sender, EventArgs arguments)
    {
        try
        {
            Directory.Delete(s_directory.Value, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Node.js ends a moment later, and Windows does not delete open files.
        }
    }
}
