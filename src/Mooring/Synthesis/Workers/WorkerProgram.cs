using System.Diagnostics;
using System.Reflection;

namespace Mooring.Synthesis.Workers;

/// <summary>How a worker is started: a separate process, because jsii serves one thread of a process.</summary>
/// <param name="File">The program.</param>
/// <param name="Arguments">Its arguments, after which it calls <see cref="StackWorker.Run"/> and nothing else.</param>
public sealed record WorkerProgram(string File, params IReadOnlyList<string> Arguments)
{
    /// <summary>The running program, with other arguments.</summary>
    /// <param name="arguments">The arguments.</param>
    public static WorkerProgram Self(params IEnumerable<string> arguments)
    {
        var process = Environment.ProcessPath!;
        // `dotnet Stacks.dll`: the process is the host, which needs the program as an argument.
        return Path.GetFileNameWithoutExtension(process) == "dotnet"
            ? new WorkerProgram(process, [Assembly.GetEntryAssembly()!.Location, .. arguments])
            : new WorkerProgram(process, [.. arguments]);
    }

    /// <summary>Starts a worker; the caller owns its streams.</summary>
    internal Process Start() =>
        Process.Start(
            new ProcessStartInfo(File, Arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
}
