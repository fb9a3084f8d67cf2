using Mooring.Fleet.Faults;
using Mooring.Fleet.Reading;

namespace Mooring.Tests.Fleet.Checks;

/// <summary>The errors of a fleet that a deployed one becomes.</summary>
internal static class ChangeFaults
{
    /// <summary>The errors.</summary>
    /// <param name="deployed">Text of the fleet as it is deployed.</param>
    /// <param name="text">Text of the fleet as it is to be.</param>
    public static IReadOnlyList<Fault> Of(string deployed, string text)
    {
        var before = FleetFile.Parse(deployed);
        try
        {
            FleetFile.ParseChange(text, before);
            return [];
        }
        catch (FleetException exception)
        {
            return exception.Faults;
        }
    }

    /// <summary>Path and message of each error, a line each.</summary>
    public static string LinesOf(string deployed, string text) => string.Join('\n', Of(deployed, text).Select(fault => $"{fault.Path} {fault.Message}"));
}
