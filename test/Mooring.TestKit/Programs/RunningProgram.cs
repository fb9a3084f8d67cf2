using System.Diagnostics;

namespace Mooring.TestKit.Programs;

/// <summary>A running program, in its own process group, as in a shell, so that a signal to the group also reaches Node.js.</summary>
internal sealed class RunningProgram : IDisposable
{
    /// <summary>Longer than any wait should take.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    /// <summary>Starts it.</summary>
    public RunningProgram(string directory, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("setsid", ["dotnet", .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        (_output, _error) = (_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
    }

    /// <summary>Waits until a condition is met or the program has ended.</summary>
    public void WaitUntil(Func<bool> condition)
    {
        var clock = Stopwatch.StartNew();
        while (!condition() && !_process.HasExited)
        {
            if (clock.Elapsed > s_patience)
            {
                throw new TimeoutException("what was waited for did not happen");
            }
        }
    }

    /// <summary>Sends a signal, such as <c>INT</c>, to it and its child processes.</summary>
    public void Signal(string name) => Command.Run("/", new Dictionary<string, string?>(), "kill", $"-{name}", "--", $"-{_process.Id}");

    /// <summary>Waits for its end.</summary>
    public Command End()
    {
        if (!_process.WaitForExit(s_patience))
        {
            throw new TimeoutException("it did not end");
        }

        return new Command(_process.ExitCode, _output.Result, _error.Result);
    }

    /// <summary>Whether it or one of its child processes still runs.</summary>
    public bool IsAlive => Command.Run("/", new Dictionary<string, string?>(), "kill", "-0", "--", $"-{_process.Id}").ExitCode == 0;

    public void Dispose()
    {
        Signal("KILL");
        _process.Dispose();
    }
}
