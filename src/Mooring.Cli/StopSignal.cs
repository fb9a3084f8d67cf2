using System.Runtime.InteropServices;

namespace Mooring.Cli;

/// <summary>
/// Ctrl-C, or <c>SIGTERM</c>. The first one asks the command to stop, and gives it the time to finish what it began; a second one does not ask.
/// </summary>
internal sealed class StopSignal : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Listens from now on.</summary>
    public StopSignal() =>
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];

    /// <summary>Is cancelled when there was one.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Listens no more.</summary>
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
