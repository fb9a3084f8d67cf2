namespace Mooring.Benchmarks.Plots;

/// <summary>A logarithmic axis.</summary>
internal sealed class LogAxis
{
    private readonly double _start;
    private readonly double _end;

    /// <summary>Makes an axis.</summary>
    /// <param name="min">The smallest value, more than 0.</param>
    /// <param name="max">The largest value.</param>
    /// <param name="start">Where the smallest is in the picture.</param>
    /// <param name="end">Where the largest is in the picture.</param>
    public LogAxis(double min, double max, double start, double end)
    {
        Min = min;
        Max = max;
        _start = start;
        _end = end;
    }

    /// <summary>The smallest value.</summary>
    public double Min { get; }

    /// <summary>The largest value.</summary>
    public double Max { get; }

    /// <summary>The values 1, 2 and 5 of every power of ten that the axis has.</summary>
    public IReadOnlyList<double> Ticks =>
        [.. Steps(Math.Floor(Math.Log10(Min)), Math.Ceiling(Math.Log10(Max))).Where(tick => tick >= Min * (1 - Rounding) && tick <= Max * (1 + Rounding))];

    private const double Rounding = 1e-9;

    /// <summary>An axis that begins and ends with a tick.</summary>
    public static LogAxis Around(IReadOnlyCollection<double> values, double start, double end)
    {
        var steps = Steps(Math.Floor(Math.Log10(values.Min())), Math.Ceiling(Math.Log10(values.Max()))).ToArray();
        return new LogAxis(steps.Last(step => step <= values.Min() * (1 + Rounding)), steps.First(step => step >= values.Max() * (1 - Rounding)), start, end);
    }

    /// <summary>Where a value is in the picture.</summary>
    public double Map(double value) => _start + (_end - _start) * Math.Log(value / Min) / Math.Log(Max / Min);

    private static IEnumerable<double> Steps(double firstPower, double lastPower)
    {
        for (var power = firstPower; power <= lastPower; power++)
        {
            foreach (var step in new[] { 1, 2, 5 })
            {
                yield return step * Math.Pow(10, power);
            }
        }
    }
}
