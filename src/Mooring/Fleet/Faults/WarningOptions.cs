namespace Mooring.Fleet.Faults;

/// <summary>What happens to the warnings of a fleet file.</summary>
public sealed record WarningOptions
{
    /// <summary>Whether warnings are errors.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool AreErrors { get; init; }

    /// <summary>Called with each warning of a file without errors, in the order of the file.</summary>
    /// <value>Defaults to none.</value>
    public Action<FleetWarning>? OnWarning { get; init; }
}
