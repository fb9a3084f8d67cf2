using Spectre.Console;

namespace Mooring.Cli;

/// <summary>
/// Shows the progress of a synthesis and the stack that is synthesized: on a terminal in a bar, which disappears again; elsewhere in a plain line
/// every five seconds, so that the log of a pipeline shows that the run goes on.
/// </summary>
internal sealed class SynthesisProgress(CommandConsole console) : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _done = new();
    private long _lastLine = console.Time.GetTimestamp();
    private int _begun;
    private int _total;
    private Task _display = Task.CompletedTask;
    private ProgressTask? _bar;

    /// <summary>Begins.</summary>
    /// <param name="stacks">Number of stacks to synthesize.</param>
    public void Begin(int stacks)
    {
        _total = stacks;
        if (console.Terminal is { } terminal)
        {
            DisplayBar(terminal);
        }
    }

    /// <summary>Shows that the synthesis of a stack begins. Thread-safe.</summary>
    public void Show(string stack)
    {
        lock (_lock)
        {
            _begun++;
            if (_bar is not null)
            {
                (_bar.Value, _bar.Description) = (_begun - 1, Markup.Escape($"{_begun} of {_total}: {stack}"));
            }
            else if (console.Terminal is null && console.Time.GetElapsedTime(_lastLine) >= s_pause)
            {
                _lastLine = console.Time.GetTimestamp();
                console.WriteProgress($"{_begun} of {_total} stacks: {stack}");
            }
        }
    }

    /// <summary>Removes the bar.</summary>
    public void Dispose()
    {
        _done.TrySetResult();
        _display.Wait();
    }

    private void DisplayBar(IAnsiConsole terminal) =>
        _display = terminal
            .Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context =>
            {
                _bar = context.AddTask("synthesizing", maxValue: _total);
                return _done.Task;
            });
}
