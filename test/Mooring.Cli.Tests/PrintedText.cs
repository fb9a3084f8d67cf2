using Microsoft.Extensions.Time.Testing;
using Spectre.Console.Testing;

namespace Mooring.Cli.Tests;

/// <summary>The printed text of a command, without a process.</summary>
internal sealed class PrintedText : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    /// <summary>Prints to pipes or to a terminal.</summary>
    public PrintedText(TestConsole? terminal = null, ProgramCommand? program = null) =>
        Console = new CommandConsole
        {
            Output = _output,
            Error = _error,
            Terminal = terminal,
            Time = Clock,
            Program = program ?? ProgramCommand.DotnetRun,
        };

    /// <summary>The console of the command.</summary>
    public CommandConsole Console { get; }

    /// <summary>A clock that only a test advances.</summary>
    public FakeTimeProvider Clock { get; } = new();

    /// <summary>Text on the output.</summary>
    public string Output => _output.ToString();

    /// <summary>Text on the error stream.</summary>
    public string Error => _error.ToString();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    /// <summary>Runs the program.</summary>
    public Task<int> RunAsync(params string[] arguments) => MooringCli.RunAsync(arguments, Console);
}
