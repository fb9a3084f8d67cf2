using System.Text.RegularExpressions;
using Mooring.Fleet.Faults;
using Mooring.Publishing;

namespace Mooring.Cli;

/// <summary>Runs a command. Errors go to the error stream, with what they leave untouched.</summary>
internal static partial class CommandRun
{
    /// <summary>The exit code of shells for a process that was interrupted.</summary>
    private const int Interrupted = 130;

    /// <summary>Runs a command.</summary>
    /// <param name="console">What errors are written to.</param>
    /// <param name="command">The command; its token is cancelled when the user stops it.</param>
    /// <param name="whenFaulty">What the command did with a fleet file that has errors: <c>nothing was written</c>.</param>
    /// <param name="whenFailed">
    /// The state that a failed command leaves, such as <c>the last output is unchanged</c>; <see langword="null"/> where its parent process says so.
    /// </param>
    /// <returns>The exit code: 0 for success, 1 for an error, 130 when the user stopped the command.</returns>
    public static Task<int> OfAsync(CommandConsole console, Func<CancellationToken, Task<int>> command, string whenFaulty, string? whenFailed) =>
        OfAsync(console, command, () => whenFaulty, () => whenFailed);

    /// <summary>Runs a command that changes things one after the other.</summary>
    /// <param name="console">What errors are written to.</param>
    /// <param name="command">The command; its token is cancelled when the user stops it.</param>
    /// <param name="standing">The state that an error leaves.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> OfAsync(CommandConsole console, Func<CancellationToken, Task<int>> command, Func<string> standing) =>
        OfAsync(console, command, standing, standing);

    private static async Task<int> OfAsync(
        CommandConsole console,
        Func<CancellationToken, Task<int>> command,
        Func<string> whenFaulty,
        Func<string?> whenFailed
    )
    {
        using var stop = new StopSignal();
        try
        {
            var exitCode = await command(stop.Token);
            // The work is complete, but the shell must not go on with its next command.
            return stop.Token.IsCancellationRequested ? Interrupted : exitCode;
        }
        catch (FleetException exception)
        {
            return Fail(console, $"{exception.Message}\n{Count(exception.Faults.Count, "error")}; {whenFaulty()}");
        }
        catch (Exception exception) when (exception is not UnfinishedPublicationException && (exception is OperationCanceledException || stop.IsReceived))
        {
            Fail(console, $"stopped; {whenFailed()}");
            return Interrupted;
        }
#pragma warning disable CA1031 // CDKTF may throw anything, and the exit code must be 1
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var code = CommandErrors.Of(exception);
            return Fail(
                console,
                code == CommandErrors.Unforeseen
                    ? $"{UnforeseenError.Report(exception)}{EndOf(exception, code, whenFailed(), "; ")}"
                    : $"{WithoutTrace(exception.Message)}{EndOf(exception, code, whenFailed(), "\n")}"
            );
        }
    }

    /// <summary>Lists what a command has done. Where that fails, it is done all the same, and the error says so.</summary>
    /// <param name="console">What it is listed on.</param>
    /// <param name="done">What is done: <c>the output is written</c>.</param>
    /// <param name="list">Writes the list.</param>
    /// <returns>The exit code.</returns>
    public static int Report(CommandConsole console, string done, Action list)
    {
        try
        {
            list();
            return 0;
        }
        catch (ConsoleException exception)
        {
            return Fail(console, $"{exception.Message}\nfailed ({CommandErrors.Files}); {done}");
        }
    }

    /// <summary>Writes an error.</summary>
    /// <returns>The exit code.</returns>
    public static int Fail(CommandConsole console, string message)
    {
        console.WriteError(message);
        return 1;
    }

    /// <summary>A number and its noun: <c>1 error</c>, <c>2 errors</c>.</summary>
    public static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? string.Empty : "s")}";

    /// <summary>The message, which ends before the stack trace that an error of JavaScript may have.</summary>
    private static string WithoutTrace(string message) => StackTrace().Split(message)[0].Trim();

    [GeneratedRegex(@"^ +at .+(:\d+:\d+|<anonymous>|\(native\))\)?\r?$", RegexOptions.Multiline)]
    private static partial Regex StackTrace();

    /// <summary>What a failed command leaves. An error that leaves something else says so itself.</summary>
    private static string EndOf(Exception exception, string code, string? whenFailed, string separator) =>
        whenFailed is null ? string.Empty
        : exception is UnfinishedPublicationException ? $"{separator}failed ({code})"
        : $"{separator}failed ({code}); {whenFailed}";
}
