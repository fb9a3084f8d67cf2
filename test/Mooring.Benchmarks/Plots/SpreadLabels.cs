namespace Mooring.Benchmarks.Plots;

/// <summary>Keeps the names at the ends of lines from overlapping.</summary>
internal static class SpreadLabels
{
    /// <summary>Moves positions apart, no further than needed, from above downwards and back up where they would leave the picture.</summary>
    /// <param name="positions">The wanted positions.</param>
    /// <param name="distance">The minimum distance.</param>
    /// <param name="bottom">The lowest position.</param>
    public static double[] Spread(IReadOnlyList<double> positions, double distance, double bottom)
    {
        var spread = positions.ToArray();
        int[] order = [.. Enumerable.Range(0, spread.Length).OrderBy(index => spread[index])];
        for (var index = 1; index < order.Length; index++)
        {
            spread[order[index]] = Math.Max(spread[order[index]], spread[order[index - 1]] + distance);
        }

        var limit = bottom;
        foreach (var index in order.Reverse())
        {
            spread[index] = Math.Min(spread[index], limit);
            limit = spread[index] - distance;
        }

        return spread;
    }
}
