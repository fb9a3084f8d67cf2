using Mooring.Fleet.Faults;

namespace Mooring.Shift;

/// <summary>What a shift is asked for.</summary>
public sealed record ShiftRequest
{
    /// <summary>Path of the fleet file.</summary>
    public required string FleetFile { get; init; }

    /// <summary>The output directory that is synthesized to.</summary>
    public required string Output { get; init; }

    /// <summary>The action: <c>public/https/shop</c> is a rule, <c>public/https</c> the default action of a listener.</summary>
    public required string Address { get; init; }

    /// <summary>The target group whose weight is given: <c>green</c>, or <c>green/public-ip</c> with the name of its binding.</summary>
    public required string TargetGroup { get; init; }

    /// <summary>The weight that it has at the end.</summary>
    public required int Weight { get; init; }

    /// <summary>The weights that it has on the way.</summary>
    /// <value>Defaults to none: one step.</value>
    public IReadOnlyList<int> Steps { get; init; } = [];

    /// <summary>How long each step is watched before the next one.</summary>
    public required TimeSpan Pause { get; init; }

    /// <summary>Names of CloudWatch alarms that must not be raised.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> Alarms { get; init; } = [];

    /// <summary>The profile of the AWS CLI, whose credentials are used as they are.</summary>
    /// <value>Defaults to the one of the environment, with which the role of the load balancer's location is assumed, if it has one.</value>
    public string? Profile { get; init; }

    /// <summary>Whether the shift is only shown.</summary>
    public required bool IsDryRun { get; init; }

    /// <summary>Whether the user wants it without being asked.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool IsConfirmed { get; init; }

    /// <summary>What happens to the warnings of the fleet file.</summary>
    /// <value>Defaults to nothing.</value>
    public WarningOptions Warnings { get; init; } = new();
}
