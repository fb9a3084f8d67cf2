using System.CommandLine;
using System.CommandLine.Invocation;

namespace Mooring.Cli;

/// <summary>The commands of the program.</summary>
public static class MooringCli
{
    /// <summary>Runs the command that the arguments name.</summary>
    /// <param name="arguments">The arguments of the program.</param>
    /// <param name="tool">
    /// The command's name where the program is installed as a .NET tool; <see langword="null"/> where it is started by <c>dotnet run</c>. Messages
    /// and files that name a command use it.
    /// </param>
    /// <returns>
    /// The exit code: 0 for success, 1 for an error, 2 where a rehearsal loses traffic, no safe plan was found, a shift goes back, or adopting would
    /// change something, 130 when the user stopped the command.
    /// </returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, string? tool = null)
    {
        var console = CommandConsole.OfProcess(tool is null ? ProgramCommand.DotnetRun : ProgramCommand.Tool(tool));
        UnforeseenError.ReportThoseOfThreads(console);
        try
        {
            return await RunAsync(arguments, console);
        }
#pragma warning disable CA1031 // whatever it is, it must not be a stack trace on the terminal
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return CommandRun.Fail(console, $"{UnforeseenError.Report(exception)} ({CommandErrors.Unforeseen})");
        }
    }

    /// <summary>Runs the command that the arguments name.</summary>
    /// <param name="arguments">The arguments of the program.</param>
    /// <param name="console">What the command writes to.</param>
    /// <returns>
    /// The exit code: 0 for success, 1 for an error, 2 where a rehearsal loses traffic, no safe plan was found, a shift goes back, or adopting would
    /// change something, 130 when the user stopped the command.
    /// </returns>
    internal static async Task<int> RunAsync(IReadOnlyList<string> arguments, CommandConsole console)
    {
        try
        {
            return await InvokeAsync(arguments, console);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Commands report errors themselves: this is the help, or an error of the arguments, on a stream that is closed.
            return CommandRun.Fail(console, exception.Message);
        }
    }

    private static Task<int> InvokeAsync(IReadOnlyList<string> arguments, CommandConsole console)
    {
        var root = SynthesizeCommand.Create(console);
        root.HelpName = console.Program.BeforeArguments;
        root.Add(DiscoverCommand.Create(console));
        root.Add(GitOpsCommand.Create(console));
        root.Add(AffectedCommand.Create(console));
        root.Add(RehearseCommand.Create(console));
        root.Add(StepsCommand.Create(console));
        root.Add(PageCommand.Create(console));
        root.Add(ShiftCommand.Create(console));
        root.Add(OrderCommand.Create(console));
        root.Add(ApplyCommand.Create(console));
        root.Add(PermissionsCommand.Create(console));
        var parsed = root.Parse(arguments);
        if (parsed.Action is ParseErrorAction)
        {
            return Task.FromResult(CommandRun.Fail(console, string.Join('\n', parsed.Errors.Select(error => $"{error.Message} ({CommandErrors.Usage})"))));
        }

        // Commands handle signals themselves: see StopSignal.
        return parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = console.Output,
                Error = console.Error,
                ProcessTerminationTimeout = null,
                EnableDefaultExceptionHandler = false,
            }
        );
    }
}
