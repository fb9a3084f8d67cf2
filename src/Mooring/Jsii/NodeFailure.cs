using System.Runtime.InteropServices;

namespace Mooring.Jsii;

/// <summary>Finds out whether an error of jsii means that Node.js itself failed, and not what runs in it.</summary>
internal static class NodeFailure
{
    /// <summary>jsii's message where Node.js ended before its answer.</summary>
    /// <seealso href="https://github.com/aws/jsii/blob/main/packages/%40jsii/dotnet-runtime/src/Amazon.JSII.Runtime/Services/Runtime.cs"/>
    private const string Ended = "Child process exited unexpectedly";

    /// <summary>jsii's message where it could not write to Node.js, or not read from it.</summary>
    private const string Unreachable = "Unexpected error communicating with jsii-runtime";

    private const int BrokenPipe = 32;

    private static readonly Lazy<bool> s_watched = new(() =>
    {
        AppDomain.CurrentDomain.ProcessExit += EndAtOnce;
        return true;
    });

    private static bool s_hasFailed;
    private static bool s_isEnding;

    /// <summary>Prepares the end of the process for a Node.js that fails; to be called before jsii starts it.</summary>
    public static void Prepare() => _ = s_watched.Value;

    /// <summary>The error as one that names Node.js; <see langword="null"/> where it is another one.</summary>
    public static NodeRuntimeException? Of(Exception exception)
    {
        Exception[] causes = [.. CausesOf(exception)];
        var message =
            // jsii reads messages with Newtonsoft.Json.
            causes.Any(cause => cause.GetType().Namespace == "Newtonsoft.Json")
                ? "Node.js, which runs CDKTF, wrote something else than an answer: is what JSII_NODE or the PATH names Node.js itself?"
            : causes.Any(cause => IsEnd(cause, causes))
                ? "Node.js, which runs CDKTF, ended before its work was done: it may have been killed, or have run out of memory"
            : null;
        s_hasFailed |= message is not null;
        return message is null ? null : new(message);
    }

    private static bool IsEnd(Exception cause, Exception[] causes) =>
        cause.Message.Contains(Ended, StringComparison.Ordinal)
        || cause is IOException { HResult: BrokenPipe }
        || (cause.Message.Contains(Unreachable, StringComparison.Ordinal) && causes.Any(each => each is IOException));

    private static IEnumerable<Exception> CausesOf(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException!)
        {
            yield return cause;
        }
    }

    /// <summary>
    /// At the end of the process jsii flushes what it could not write, to a Node.js that is gone, and aborts the process when that fails. This is
    /// called before.
    /// </summary>
    /// <seealso href="https://github.com/aws/jsii/blob/main/packages/%40jsii/dotnet-runtime/src/Amazon.JSII.Runtime/Services/NodeProcess.cs"/>
    private static void EndAtOnce(object? sender, EventArgs arguments)
    {
        s_isEnding = true;
        if (s_hasFailed)
        {
            EndAtOnce();
        }
    }

    /// <summary>
    /// Ends the process where it is ending already, and jsii has failed to say goodbye to a Node.js that ended after its work was done. Nothing is lost,
    /// and another attempt to exit would wait for this one forever.
    /// </summary>
    public static void EndIfEnding()
    {
        if (s_isEnding)
        {
            EndAtOnce();
        }
    }

    private static void EndAtOnce()
    {
        if (!OperatingSystem.IsWindows())
        {
            JsiiTemporaryFiles.Remove();
            RemoveFilesOfRuntime();
            Exit(Environment.ExitCode);
        }
    }

    /// <summary>Removes what .NET itself removes only after the handlers.</summary>
    /// <seealso href="https://learn.microsoft.com/dotnet/core/diagnostics/diagnostic-port"/>
    private static void RemoveFilesOfRuntime()
    {
        try
        {
            var directory = NodeEnvironment.OfUser()["TMPDIR"] is string { Length: > 0 } own ? own : "/tmp";
            foreach (var prefix in (string[])["clr-debug-pipe", "dotnet-diagnostic"])
            {
                Array.ForEach(Directory.GetFiles(directory, $"{prefix}-{Environment.ProcessId}-*"), File.Delete);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // They harm nobody.
        }
    }

    /// <seealso href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/_exit.html"/>
    [DllImport("libc", EntryPoint = "_exit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void Exit(int code);
}
