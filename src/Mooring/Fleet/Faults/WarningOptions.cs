namespace Mooring.Fleet.Faults;

/// <summary>What happens to the warnings of a fleet file.</summary>
public sealed record WarningOptions
{
    /// <summary>Whether warnings are errors.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool AreErrors { get; init; }

    /// <summary>The day that versions of Kubernetes are judged by, for warnings of those whose support has ended.</summary>
    /// <value>Defaults to today in UTC.</value>
    public DateOnly Today { get; init; } = DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>Called with each warning of a file without errors, in the order of the file.</summary>
    /// <value>Defaults to none.</value>
    public Action<FleetWarning>? OnWarning { get; init; }
}
