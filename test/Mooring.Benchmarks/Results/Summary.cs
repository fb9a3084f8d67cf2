namespace Mooring.Benchmarks.Results;

/// <summary>Several measurements of the same thing.</summary>
/// <param name="Median">The one in the middle; of an even number, the mean of the two in the middle.</param>
/// <param name="Min">The smallest.</param>
/// <param name="Max">The largest.</param>
internal sealed record Summary(double Median, double Min, double Max)
{
    /// <summary>Sums measurements up.</summary>
    /// <param name="values">At least one.</param>
    public static Summary Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Summary(median, sorted[0], sorted[^1]);
    }
}
