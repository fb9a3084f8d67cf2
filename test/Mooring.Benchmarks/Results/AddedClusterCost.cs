using Mooring.Benchmarks.Contenders;

namespace Mooring.Benchmarks.Results;

/// <summary>What a cluster more costs: the slope of the wall time between two sizes, which leaves out what every start costs.</summary>
internal static class AddedClusterCost
{
    /// <summary>The seconds that a cluster more takes between two sizes.</summary>
    public static double Seconds(FleetResult smaller, FleetResult larger, Contender contender) =>
        (larger.Wall(contender) - smaller.Wall(contender)) / (larger.Clusters!.Value - smaller.Clusters!.Value);

    /// <summary>
    /// How what an added cluster costs grows with the fleet: the slope from the middle size to the large one, as a multiple of that from the small
    /// one to the middle one; <see langword="null"/> when one of the sizes was not measured.
    /// </summary>
    public static double? Growth(FleetResult? small, FleetResult? middle, FleetResult? large, Contender contender) =>
        small is not null && middle is not null && large is not null ? Seconds(middle, large, contender) / Seconds(small, middle, contender) : null;
}
