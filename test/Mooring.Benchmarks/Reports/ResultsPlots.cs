using Mooring.Benchmarks.Contenders;
using Mooring.Benchmarks.Plots;
using Mooring.Benchmarks.Results;

namespace Mooring.Benchmarks.Reports;

/// <summary>The results as pictures.</summary>
/// <param name="results">What was measured.</param>
internal sealed class ResultsPlots(BenchmarkResults results)
{
    /// <summary>The name of the file with the wall times.</summary>
    public const string WallTimeFile = "wall-time.svg";

    /// <summary>The name of the file with the memory.</summary>
    public const string MemoryFile = "memory.svg";

    private const string Clusters = "clusters, logarithmic";

    /// <summary>Wall time against the number of clusters.</summary>
    public string WallTime() =>
        new SvgPlot("Wall time of a run (medians, with the spread)", Clusters, "seconds, logarithmic").Draw([
            .. Enum.GetValues<Contender>().Select(contender => SeriesOf(contender, result => result.Wall)),
        ]);

    /// <summary>Peak memory against the number of clusters.</summary>
    public string Memory()
    {
        Contender[] contenders = [.. Enum.GetValues<Contender>().Where(contender => contender is not (Contender.Write or Contender.Read))];
        return new SvgPlot("Peak memory of all processes of a run", Clusters, "megabytes, logarithmic").Draw([
            .. contenders.Select(contender => SeriesOf(contender, result => Summary.Of([result.PeakMemory!.Value / 1e6]))),
        ]);
    }

    private Series SeriesOf(Contender contender, Func<ContenderResult, Summary> value) =>
        new(
            contender.Name(),
            PlotStyle.Of(contender),
            [.. results.Fleets.Select(fleet => ((double)fleet.Clusters!.Value, value(fleet.Contenders[contender])))]
        );
}
