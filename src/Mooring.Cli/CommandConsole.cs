using System.Text.Json;
using Spectre.Console;

namespace Mooring.Cli;

/// <summary>
/// What a command writes to. Results go to the output, errors to the error stream; what is being done now is shown on a terminal only, and
/// disappears again. Names and values of the fleet, and what other programs say, are written in printable characters.
/// </summary>
internal sealed class CommandConsole
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private const string EraseLine = "\r\e[K";

    /// <summary>The streams of this process.</summary>
    /// <param name="program">How the user started it.</param>
    public static CommandConsole OfProcess(ProgramCommand program) =>
        new()
        {
            Program = program,
            Output = Console.Out,
            Error = Console.Error,
            Answers = Console.IsInputRedirected || Console.IsErrorRedirected ? null : Console.In,
            Terminal = Console.IsErrorRedirected ? null : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }),
        };

    /// <summary>How the user starts the program.</summary>
    /// <value>Defaults to the project of the repository.</value>
    public ProgramCommand Program { get; init; } = ProgramCommand.DotnetRun;

    /// <summary>Where results go.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Where errors go, and what the user has to wait for.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The terminal that the error stream leads to; <see langword="null"/> where it leads to a file or a pipe.</summary>
    public IAnsiConsole? Terminal { get; init; }

    /// <summary>Where the user answers questions; <see langword="null"/> where there is no terminal.</summary>
    public TextReader? Answers { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Shows what is being done, in a line that the next one replaces.</summary>
    public void ShowStatus(string status) => TryWrite(() => Terminal?.Profile.Out.Writer.Write($"{EraseLine}{Printable.OneLine(status)} …"));

    /// <summary>Writes a line of the result.</summary>
    /// <exception cref="ConsoleException">It cannot be written.</exception>
    public void WriteLine(string line)
    {
        ClearStatus();
        try
        {
            Output.WriteLine(Printable.Lines(line));
        }
        catch (Exception exception) when (IsUnwritable(exception))
        {
            throw new ConsoleException(exception);
        }
    }

    /// <summary>Writes the result as JSON.</summary>
    /// <exception cref="ConsoleException">It cannot be written.</exception>
    public void WriteJson(object result) => WriteLine(JsonSerializer.Serialize(result, s_json));

    /// <summary>Writes a line about what is being done. Where that fails, the result will fail, too.</summary>
    public void WriteProgress(string line) => TryWrite(() => Output.WriteLine(line));

    /// <summary>
    /// Writes an error, with the paths of the pages that it names. Where the error stream is closed, the exit code is all that tells of it.
    /// </summary>
    public void WriteError(string message)
    {
        ClearStatus();
        TryWrite(() => Error.WriteLine(Printable.Lines(DocsPages.Locate(message, AppContext.BaseDirectory))));
    }

    /// <summary>Asks the user, and waits for the answer.</summary>
    /// <returns>Whether the answer is yes; where there is nobody to ask, it is not.</returns>
    public async Task<bool> ConfirmAsync(string question, CancellationToken cancellation)
    {
        if (Answers is null)
        {
            return false;
        }

        ClearStatus();
        TryWrite(() => Error.Write($"{Printable.OneLine(question)} [y/N] "));
        var answer = await Task.Run(Answers.ReadLine, cancellation).WaitAsync(cancellation);
        return answer?.Trim() is "y" or "Y" or "yes";
    }

    /// <summary>Removes the line that shows what is being done.</summary>
    public void ClearStatus() => TryWrite(() => Terminal?.Profile.Out.Writer.Write(EraseLine));

    private static void TryWrite(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (IsUnwritable(exception))
        {
            // There is nowhere to say so.
        }
    }

    private static bool IsUnwritable(Exception exception) => exception is IOException or UnauthorizedAccessException or ObjectDisposedException;
}
