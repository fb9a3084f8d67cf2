using System.Diagnostics;

namespace Mooring.Benchmarks.Processes;

/// <summary>A running command. Its output goes to a file, because reading it here would slow it down.</summary>
internal sealed class RunningCommand : IDisposable
{
    private readonly Invocation _invocation;
    private readonly string _log = Path.GetTempFileName();
    private readonly Process _process;

    /// <summary>Starts a command.</summary>
    public RunningCommand(Invocation invocation)
    {
        _invocation = invocation;
        // The shell is replaced by the program: the process is the program's.
        var start = new ProcessStartInfo("/bin/sh", ["-c", """exec "$@" > "$0" 2>&1""", _log, invocation.Program, .. invocation.Arguments])
        {
            WorkingDirectory = invocation.Directory,
        };
        foreach (var (name, value) in invocation.Environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
    }

    /// <summary>The id of its process.</summary>
    public int Id => _process.Id;

    /// <summary>Waits until the command ends; processes that it started may run on.</summary>
    public void Wait() => _process.WaitForExit();

    /// <summary>Waits until the command ends, or for a time.</summary>
    /// <returns>Whether it ended.</returns>
    public bool Wait(TimeSpan time) => _process.WaitForExit(time);

    /// <summary>What it printed.</summary>
    /// <exception cref="BenchmarkException">It failed.</exception>
    public string Output()
    {
        var output = File.ReadAllText(_log);
        return _process.ExitCode == 0
            ? output
            : throw new BenchmarkException($"'{_invocation}' must succeed, and ended with {_process.ExitCode}:\n{output.TrimEnd()}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Dispose();
        File.Delete(_log);
    }
}
