using Amazon.JSII.Runtime;
using Mooring.Fleet.Faults;
using Mooring.Jsii;
using Mooring.Rehearsal.Terraform;
using Mooring.Synthesis.Workers;

namespace Mooring.Cli;

/// <summary>Runs what a command does; whatever goes wrong is said on the error stream, and what it leaves untouched.</summary>
internal static class CommandRun
{
    /// <summary>The exit code of shells for a process that was interrupted.</summary>
    private const int Interrupted = 130;

    /// <summary>Runs a command.</summary>
    /// <param name="command">What it does, until the user stops it.</param>
    /// <param name="whenFaulty">What it did to a fleet with faults: <c>nothing was written</c>.</param>
    /// <param name="whenFailed">How things are when it fails half-way.</param>
    /// <returns>The exit code: 0, 1 when something went wrong, 130 when the user stopped it.</returns>
    public static async Task<int> OfAsync(Func<CancellationToken, Task<int>> command, string whenFaulty, string whenFailed)
    {
        using var stop = new StopSignal();
        try
        {
            var exitCode = await command(stop.Token);
            // What was begun was finished; but what the shell would do next is not to happen.
            return stop.Token.IsCancellationRequested ? Interrupted : exitCode;
        }
        catch (FleetException exception)
        {
            return Fail($"{exception.Message}\n{Count(exception.Faults.Count, "error")}; {whenFaulty}");
        }
        catch (Exception exception) when (exception is OperationCanceledException || stop.Token.IsCancellationRequested)
        {
            Fail($"stopped; {whenFailed}");
            return Interrupted;
        }
#pragma warning disable CA1031 // whatever CDKTF throws, what was begun must be cleaned up and the exit code be 1
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Fail($"{(SaysItAll(exception) ? exception.Message.Trim() : exception)}\nfailed; {whenFailed}");
        }
    }

    /// <summary>Says what went wrong.</summary>
    /// <returns>The exit code.</returns>
    public static int Fail(string message)
    {
        ProgressLine.Clear();
        Console.Error.WriteLine(message);
        return 1;
    }

    /// <summary>So many of something: <c>1 error</c>, <c>2 errors</c>.</summary>
    public static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? string.Empty : "s")}";

    // jsii throws what went wrong in CDKTF as one of these two; where in .NET that was does not help anybody.
    private static bool SaysItAll(Exception exception) =>
        exception is JsiiException or NodeRuntimeException or WorkerException or TerraformException or IOException or UnauthorizedAccessException
        || exception.GetType() == typeof(Exception);
}
