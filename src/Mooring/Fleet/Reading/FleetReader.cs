using Mooring.Fleet.Checks;
using Mooring.Fleet.Faults;
using Mooring.Fleet.Priorities;
using Mooring.Limits;

namespace Mooring.Fleet.Reading;

/// <summary>Reads, numbers and checks the text of a fleet file.</summary>
/// <param name="name">What faults call the file.</param>
/// <param name="warnings">What happens to warnings.</param>
internal sealed class FleetReader(string name, WarningOptions warnings)
{
    /// <summary>The record of the fleet's priorities; <see langword="null"/> where there is none.</summary>
    public PriorityRecordFile? Record { get; init; }

    /// <summary>The files that it extends; <see langword="null"/> where the text is from no file, and so extends none.</summary>
    public ExtendedFiles? Extended { get; init; }

    /// <summary>The fleet as it is deployed; <see langword="null"/> where it is not known.</summary>
    public FleetSpec? Deployed { get; init; }

    /// <summary>Whether the change from the deployed fleet must be one that living clusters and load balancers take as it is.</summary>
    /// <value>Defaults to <c>true</c>. Otherwise the deployed fleet only gives the priorities.</value>
    public bool ChecksChange { get; init; } = true;

    /// <summary>Reads a text.</summary>
    /// <returns>The fleet, whose rules have their priorities, and the record of them.</returns>
    /// <exception cref="FleetException">The text or the record has faults; all of them are reported.</exception>
    public (FleetSpec Fleet, PriorityRecord Record) Read(string text)
    {
        using var literals = Limit.OfLiterals();
        var faults = new FaultCollector(name);
        var scope = new FaultScope(faults);
        IReadOnlyList<Fault> faultsOfRecord = [];
        var record = Record?.Parse(out faultsOfRecord) ?? (Deployed is null ? new() : PriorityRecord.OfDeployed(Deployed));
        (FleetSpec? Fleet, PriorityRecord Record) read = (null, record);
        FaultCollector.Collect(() => read = Check(text, record, faults, scope));
        if (faults.HasFaults || faultsOfRecord.Count > 0)
        {
            throw new FleetException([.. faultsOfRecord, .. faults.Faults]);
        }

        Warn(read.Fleet!, faults);
        return (read.Fleet!, read.Record);
    }

    private (FleetSpec? Fleet, PriorityRecord Record) Check(string text, PriorityRecord record, FaultCollector faults, FaultScope scope)
    {
        if (new ExtendedFleet(name, Extended, faults).Root(text) is not { } root)
        {
            return (null, record);
        }

        var binder = new YamlBinder(faults);
        var (fleet, next) = new FleetNumbering(record, scope).Number((FleetSpec)binder.Bind(root, typeof(FleetSpec), faults.Root));
        FleetChecks.Check(fleet, scope);
        binder.RefuseEmpty();
        if (Deployed is not null && ChecksChange && !faults.HasFaults)
        {
            new FleetChangeChecks(fleet, Deployed, scope.As(ErrorCodes.Change)).Check();
        }

        return (fleet, next);
    }

    private void Warn(FleetSpec fleet, FaultCollector faults)
    {
        WarningChecks.Check(fleet, warnings.Today, new FaultScope(faults));
        FleetWarning[] shown = [.. faults.Warnings.Where(warning => !fleet.SuppressWarnings.ContainsKey(warning.Code))];
        if (warnings.AreErrors && shown is { Length: > 0 } strict)
        {
            throw new FleetException([.. strict.Select(warning => warning.Place)]);
        }

        foreach (var warning in shown)
        {
            warnings.OnWarning?.Invoke(warning);
        }
    }
}
