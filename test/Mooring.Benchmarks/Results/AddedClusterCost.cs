using Mooring.Benchmarks.Contenders;

namespace Mooring.Benchmarks.Results;

/// <summary>What a cluster more costs: the slope of the wall time between two sizes, which leaves out what every start costs.</summary>
internal static class AddedClusterCost
{
    /// <summary>The seconds that a cluster more takes between two sizes.</summary>
    public static double Seconds(FleetResult smaller, FleetResult larger, Contender contender) =>
        (larger.Wall(contender) - smaller.Wall(contender)) / (larger.Clusters!.Value - smaller.Clusters!.Value);

    /// <summary>
    /// How what an added cluster costs grows from one size to another: the slope from the smallest fleet to the larger one, as a multiple of
    /// that to the smaller one; <see langword="null"/> when one of the sizes, or a smaller one, was not measured.
    /// </summary>
    public static double? Growth(IReadOnlyList<FleetResult> fleets, Contender contender, int from, int to)
    {
        var smallest = fleets.FirstOrDefault(fleet => fleet.Clusters < from);
        var first = fleets.FirstOrDefault(fleet => fleet.Clusters == from);
        var last = fleets.FirstOrDefault(fleet => fleet.Clusters == to);
        return smallest is not null && first is not null && last is not null ? Seconds(smallest, last, contender) / Seconds(smallest, first, contender) : null;
    }
}
