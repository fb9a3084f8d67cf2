using System.Runtime.InteropServices;

namespace Mooring.Cli;

/// <summary>
/// Ctrl-C, or <c>SIGTERM</c>. The first signal asks the command to stop and lets it finish what it began: a
/// synthesis that publishes (<c>SynthesisRun</c>) is not cut off. The second one ends the process. Node.js ignores both (<c>jsii-host.cjs</c>).
/// </summary>
internal sealed class StopSignal : IDisposable
{
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Listens for signals.</summary>
    public StopSignal() =>
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];

    /// <summary>Is cancelled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>
    /// Whether the first signal was received, or is within a moment: .NET hands a signal to another thread, and a Node.js that started just now and
    /// does not ignore it yet may have ended before.
    /// </summary>
    public bool IsReceived => _stop.Token.WaitHandle.WaitOne(s_moment);

    /// <summary>Stops listening.</summary>
    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = !_stop.IsCancellationRequested;
        _stop.Cancel();
    }
}
