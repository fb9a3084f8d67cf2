using Mooring.Fleet.Checks;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Reading;

/// <summary>Reads fleet files.</summary>
public static class FleetFile
{
    /// <summary>Reads and checks a fleet file, with the files that it extends.</summary>
    /// <param name="path">Path of the file; faults name it as it is given here.</param>
    /// <exception cref="FleetException">The file is not there, cannot be read, or has faults; all of them are reported.</exception>
    public static FleetSpec Read(string path) => Read(path, new WarningOptions());

    /// <summary>Reads and checks a fleet file, with the files that it extends.</summary>
    /// <param name="path">Path of the file; faults name it as it is given here.</param>
    /// <param name="warnings">What happens to warnings.</param>
    /// <exception cref="FleetException">The file is not there, cannot be read, or has faults; all of them are reported.</exception>
    public static FleetSpec Read(string path, WarningOptions warnings) =>
        new FleetReader(path, warnings) { Record = PriorityRecordFile.Beside(path), Extended = new() }
            .Read(ReadText(path))
            .Fleet;

    /// <summary>Reads and checks a fleet file, also against the fleet that is deployed.</summary>
    /// <param name="path">Path of the file; faults name it as it is given here.</param>
    /// <param name="deployed">The deployed fleet.</param>
    /// <param name="warnings">What happens to warnings.</param>
    /// <exception cref="FleetException">
    /// The file is not there, cannot be read, or has faults; or a living cluster would refuse the change or lose targets by it.
    /// </exception>
    public static FleetSpec ReadChange(string path, FleetSpec deployed, WarningOptions warnings) =>
        new FleetReader(path, warnings)
        {
            Record = PriorityRecordFile.Beside(path),
            Extended = new(),
            Deployed = deployed,
        }
            .Read(ReadText(path))
            .Fleet;

    /// <summary>The faults of fleets that are synthesized together: no two of them may manage the same things.</summary>
    /// <param name="fleets">The fleets, and what faults call their files.</param>
    internal static IReadOnlyList<Fault> CheckTogether(IReadOnlyList<(string File, FleetSpec Fleet)> fleets) => SeveralFleetsChecks.Check(fleets);

    /// <summary>Reads the text of a fleet file, as it is.</summary>
    /// <param name="path">Path of the file; the fault names it as it is given here.</param>
    /// <exception cref="FleetException">The file is not there or cannot be read.</exception>
    public static string ReadText(string path) =>
        TextFile.Read(path)
        ?? throw new FleetException([FaultCollector.Unreadable(path, "there is no such file: name a fleet file, or run where 'fleet.yaml' is")]);

    /// <summary>Reads and checks the text of a fleet file.</summary>
    /// <param name="text">The text, YAML.</param>
    /// <param name="name">What faults call the file.</param>
    /// <exception cref="FleetException">The text has faults; all of them are reported.</exception>
    public static FleetSpec Parse(string text, string name = "fleet.yaml") => Parse(text, name, new WarningOptions());

    /// <summary>Reads and checks the text of a fleet file.</summary>
    /// <param name="text">The text, YAML.</param>
    /// <param name="name">What faults call the file.</param>
    /// <param name="warnings">What happens to warnings.</param>
    /// <exception cref="FleetException">The text has faults; all of them are reported.</exception>
    public static FleetSpec Parse(string text, string name, WarningOptions warnings) => new FleetReader(name, warnings).Read(text).Fleet;

    /// <summary>Reads and checks the text of a fleet file, also against the fleet that is deployed.</summary>
    /// <param name="text">The text, YAML.</param>
    /// <param name="deployed">The deployed fleet.</param>
    /// <param name="name">What faults call the file.</param>
    /// <exception cref="FleetException">The text has faults, or a living cluster would refuse the change or lose targets by it.</exception>
    public static FleetSpec ParseChange(string text, FleetSpec deployed, string name = "fleet.yaml") =>
        new FleetReader(name, new WarningOptions()) { Deployed = deployed }
            .Read(text)
            .Fleet;
}
