using Mooring.Fleet;
using Mooring.Fleet.Faults;

namespace Mooring.Page.Model;

/// <summary>A fleet that the page shows: the one that is deployed, a step of a change, or the one that is wanted.</summary>
/// <param name="Title">What the page calls it: <c>Before</c>.</param>
/// <param name="Fleet">The fleet, without errors.</param>
public sealed record PageState(string Title, FleetSpec Fleet)
{
    /// <summary>What is likely wrong in it.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<FleetWarning> Warnings { get; init; } = [];
}
