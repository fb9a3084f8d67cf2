using Mooring.Fleet.Faults;

namespace Mooring.Apply;

/// <summary>What is to be applied.</summary>
public sealed record ApplyRequest
{
    /// <summary>Path of the fleet file.</summary>
    public required string FleetFile { get; init; }

    /// <summary>The output directory that is synthesized to.</summary>
    public required string Output { get; init; }

    /// <summary>Names of the stacks, such as <c>cluster-blue</c>.</summary>
    /// <value>Defaults to none: all stacks of the fleet.</value>
    public IReadOnlyList<string> Stacks { get; init; } = [];

    /// <summary>How many stacks are planned or applied at once, 1 or more.</summary>
    /// <value>Defaults to 4.</value>
    public int Parallelism { get; init; } = 4;

    /// <summary>Whether plans are only shown: those of the stacks that depend on no stack with changes.</summary>
    public required bool IsDryRun { get; init; }

    /// <summary>Whether the user wants it without being asked.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool IsConfirmed { get; init; }

    /// <summary>Whether stacks are planned again that an interrupted run has applied.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool IsFromStart { get; init; }

    /// <summary>What happens to the warnings of the fleet file.</summary>
    /// <value>Defaults to nothing.</value>
    public WarningOptions Warnings { get; init; } = new();
}
