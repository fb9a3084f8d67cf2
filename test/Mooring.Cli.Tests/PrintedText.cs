using Microsoft.Extensions.Time.Testing;
using Spectre.Console.Testing;

namespace Mooring.Cli.Tests;

/// <summary>What a command prints, without a process.</summary>
internal sealed class PrintedText : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    /// <summary>Prints to pipes or, with a terminal, to that.</summary>
    public PrintedText(TestConsole? terminal = null) =>
        Console = new CommandConsole
        {
            Output = _output,
            Error = _error,
            Terminal = terminal,
            Time = Clock,
        };

    /// <summary>What the command is given.</summary>
    public CommandConsole Console { get; }

    /// <summary>A clock that stands still.</summary>
    public FakeTimeProvider Clock { get; } = new();

    /// <summary>What went to the output.</summary>
    public string Output => _output.ToString();

    /// <summary>What went to the error stream.</summary>
    public string Error => _error.ToString();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    /// <summary>Runs the program.</summary>
    public Task<int> RunAsync(params string[] arguments) => MooringCli.RunAsync(arguments, Console);
}
