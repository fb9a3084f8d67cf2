using Mooring.Benchmarks.Contenders;

namespace Mooring.Benchmarks.Results;

/// <summary>What was measured of a fleet.</summary>
/// <param name="Name">What the fleet is called in tables.</param>
/// <param name="Clusters">How many clusters it was generated with; <see langword="null"/> for the sample.</param>
/// <param name="Runs">How often each contender was timed.</param>
/// <param name="Output">What every contender wrote.</param>
/// <param name="Contenders">What each contender took.</param>
internal sealed record FleetResult(string Name, int? Clusters, int Runs, OutputSize Output, IReadOnlyDictionary<Contender, ContenderResult> Contenders)
{
    /// <summary>The median wall time of a contender in seconds.</summary>
    public double Wall(Contender contender) => Contenders[contender].Wall.Median;

    /// <summary>The wall time of a contender as a multiple of another's.</summary>
    public double Ratio(Contender contender, Contender to) => Wall(contender) / Wall(to);
}
