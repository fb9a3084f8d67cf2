using Mooring.StandIns.Remote;

namespace Mooring.StandIns.Tests;

/// <summary>What a stand-in answers of a call that it refuses.</summary>
internal static class Refusal
{
    /// <summary>The message; <see langword="null"/> where the call is not refused.</summary>
    public static string? Of(Action call)
    {
        try
        {
            call();
            return null;
        }
        catch (RemoteException exception)
        {
            return exception.Message;
        }
    }
}
