using Mooring.Fleet;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Priorities;
using Mooring.Fleet.Reading;

namespace Mooring.Cli;

/// <summary>
/// A fleet file and the one that is deployed. Each is read with the record of priorities beside it. A file without a record keeps the priorities of
/// the deployed fleet: they are what its record says once the deployed one is committed with it.
/// </summary>
/// <param name="fleetFile">Path of the fleet file.</param>
/// <param name="deployedFile">Path of the deployed one.</param>
internal sealed class RehearsedChange(string fleetFile, string deployedFile)
{
    private readonly PriorityRecordFile? _record = PriorityRecordFile.Beside(fleetFile);
    private readonly PriorityRecordFile? _deployedRecord = PriorityRecordFile.Beside(deployedFile);

    /// <summary>Whether the change must be one that living clusters and load balancers take as it is.</summary>
    /// <value>Defaults to <c>true</c>.</value>
    public bool ChecksChange { get; init; } = true;

    /// <summary>The priorities of the fleet file, once it is read.</summary>
    public PriorityRecord Priorities { get; private set; } = new();

    /// <summary>Reads both.</summary>
    /// <param name="warnings">What happens to warnings of the fleet file.</param>
    /// <param name="onNote">Called with what the user should know of their records.</param>
    /// <returns>The fleet, and the deployed one.</returns>
    /// <exception cref="FleetException">One of them has faults, or the change has.</exception>
    public (FleetSpec Fleet, FleetSpec Deployed) Read(WarningOptions warnings, Action<string> onNote)
    {
        var (deployed, priorities) = new FleetReader(deployedFile, new WarningOptions()) { Record = _deployedRecord, Extended = new() }.Read(
            FleetFile.ReadText(deployedFile)
        );
        var text = FleetFile.ReadText(fleetFile);
        var (fleet, next) = new FleetReader(fleetFile, warnings)
        {
            Record = _record,
            Extended = new(),
            Deployed = deployed,
            ChecksChange = ChecksChange,
        }.Read(text);
        Priorities = next;
        foreach (var note in Notes(priorities, next, text))
        {
            onNote(note);
        }

        return (fleet, deployed);
    }

    private IEnumerable<string> Notes(PriorityRecord deployed, PriorityRecord next, string text)
    {
        var (own, theirs) = (PriorityRecordFile.PathFor(fleetFile), PriorityRecordFile.PathFor(deployedFile));
        if (_record is not null && _deployedRecord is null && !deployed.IsEmpty)
        {
            yield return $"note: there is no {theirs}: rules of {deployedFile} without a 'priority' are taken to have 10, 20, 30 …; "
                + "if it was deployed with a record, copy that record there";
        }

        if (_record is null && !next.IsEmpty && !WithoutRecord(text).HasThePrioritiesOf(next))
        {
            yield return $"note: there is no {own}: rules of {fleetFile} keep the priorities of {deployedFile} here; "
                + $"before you synthesize it, {(_deployedRecord is null ? $"synthesize {deployedFile} and " : string.Empty)}copy {theirs} to {own}";
        }
    }

    /// <summary>The priorities that a synthesis without a record gives.</summary>
    private PriorityRecord WithoutRecord(string text)
    {
        try
        {
            return new FleetReader(fleetFile, new WarningOptions()) { Extended = new() }
                .Read(text)
                .Record;
        }
        catch (FleetException)
        {
            return new();
        }
    }
}
