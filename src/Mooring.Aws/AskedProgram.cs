using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Mooring.Aws;

/// <summary>A program that is asked, and answers on its standard output.</summary>
/// <param name="command">The program, found on the PATH.</param>
/// <param name="name">What it is called: <c>the AWS CLI</c>.</param>
internal sealed class AskedProgram(string command, string name)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>Asks it.</summary>
    /// <param name="arguments">The question. Its first two arguments are in error messages.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="prepare">Changes the environment of its process.</param>
    /// <returns>What it wrote to its standard output.</returns>
    /// <exception cref="AskedProgramException">It could not be started, failed, or did not answer in time.</exception>
    public async Task<string> RunAsync(string[] arguments, CancellationToken cancellation, Action<IDictionary<string, string?>>? prepare = null)
    {
        using var process = Start(arguments, prepare);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(s_patience);
        try
        {
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? output : throw Failed(arguments, process.ExitCode, await error);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new AskedProgramException($"'{Said(arguments)}' did not answer within {s_patience.TotalSeconds} seconds");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private Process Start(string[] arguments, Action<IDictionary<string, string?>>? prepare)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            StandardErrorEncoding = Encoding.UTF8,
            StandardOutputEncoding = Encoding.UTF8,
        };
        prepare?.Invoke(start.Environment);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new AskedProgramException($"'{command}' could not be started: install {name} and put it on the PATH", exception);
        }
    }

    private AskedProgramException Failed(string[] arguments, int exitCode, string error) =>
        new(
            error.Trim() is { Length: > 0 } said
                ? $"'{Said(arguments)}' failed:\n{said}"
                : $"'{Said(arguments)}' ended with exit code {exitCode} and no message"
        );

    private string Said(string[] arguments) => $"{command} {string.Join(' ', arguments.Take(2))}";
}
