using Mooring.Fleet.Faults;

namespace Mooring.Page.Model;

/// <summary>A part of a fleet that requests pass.</summary>
/// <param name="Key">What identifies it.</param>
/// <param name="Title">Its name.</param>
public sealed record Part(PartKey Key, string Title)
{
    /// <summary>Its name, in printable characters.</summary>
    public string Title { get; init; } = Printable.OneLine(Title);

    /// <summary>Its properties.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<PartDetail> Details { get; init; } = [];

    /// <summary>The warnings that belong to it.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<FleetWarning> Warnings { get; init; } = [];
}
