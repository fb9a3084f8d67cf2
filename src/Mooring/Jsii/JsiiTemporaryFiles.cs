using Mooring.Publishing;

namespace Mooring.Jsii;

/// <summary>
/// The temporary files of the jsii runtime, which unpacks itself and every package when it starts, 5 MB, and never removes them.
/// </summary>
internal static class JsiiTemporaryFiles
{
    /// <summary>What the names of directories for temporary files begin with.</summary>
    public const string Prefix = "mooring-run-";

    private static readonly Lazy<OwnedDirectory> s_directory = new(Create);

    /// <summary>
    /// Gives this process and those it starts a directory for temporary files, which is gone when the process ends. Where the process is killed, the
    /// next one removes it.
    /// </summary>
    /// <returns>The directory.</returns>
    public static string Confine() => s_directory.Value.Path;

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

    private static OwnedDirectory Create()
    {
        OwnedDirectory.RemoveAbandoned(Path.GetTempPath(), Prefix);
        var directory = OwnedDirectory.Create(Path.GetTempPath(), Prefix);
        NodeEnvironment.Set(OperatingSystem.IsWindows() ? "TMP" : "TMPDIR", directory.Path);
        AppDomain.CurrentDomain.ProcessExit += Remove;
        return directory;
    }

    /// <summary>Removes the directory now, where there is one: Node.js is gone.</summary>
    public static void Remove()
    {
        if (s_directory.IsValueCreated)
        {
            s_directory.Value.Dispose();
        }
    }

    // Node.js ends a moment later, and Windows does not delete open files: the next run removes what is left.
    private static void Remove(object? sender, EventArgs arguments) => s_directory.Value.Dispose();
}
