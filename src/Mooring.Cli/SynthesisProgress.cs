using System.Diagnostics;
using Spectre.Console;

namespace Mooring.Cli;

/// <summary>
/// Shows how far a synthesis is, and the stack at work: on a terminal a bar, which goes again; elsewhere a plain line now and then, so that a log
/// of a pipeline shows that it goes on.
/// </summary>
internal sealed class SynthesisProgress : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Stopwatch _sinceLine = Stopwatch.StartNew();
    private readonly TaskCompletionSource _done = new();
    private int _begun;
    private int _total;
    private Task _display = Task.CompletedTask;
    private ProgressTask? _bar;

    /// <summary>Begins, when it is known how much there is to do.</summary>
    public void Begin(int stacks)
    {
        _total = stacks;
        if (!Console.IsErrorRedirected)
        {
            DisplayBar();
        }
    }

    /// <summary>Tells that a stack is begun; several threads may.</summary>
    public void Show(string stack)
    {
        lock (_lock)
        {
            _begun++;
            if (_bar is not null)
            {
                (_bar.Value, _bar.Description) = (_begun - 1, Markup.Escape($"{_begun} of {_total}: {stack}"));
            }
            else if (Console.IsErrorRedirected && _sinceLine.Elapsed >= s_pause)
            {
                _sinceLine.Restart();
                Console.WriteLine($"{_begun} of {_total} stacks: {stack}");
            }
        }
    }

    /// <summary>Takes the bar away.</summary>
    public void Dispose()
    {
        _done.TrySetResult();
        _display.Wait();
    }

    private void DisplayBar()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        _display = console
            .Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context =>
            {
                _bar = context.AddTask("synthesizing", maxValue: _total);
                return _done.Task;
            });
    }
}
