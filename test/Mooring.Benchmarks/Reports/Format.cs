using System.Globalization;
using Mooring.Benchmarks.Results;

namespace Mooring.Benchmarks.Reports;

/// <summary>Numbers as the tables have them.</summary>
internal static class Format
{
    /// <summary>A ratio: <c>234</c>, <c>12.3</c>, <c>0.53</c>, <c>0.004</c>.</summary>
    public static string Ratio(double ratio) =>
        ratio.ToString(
            ratio < 0.1 ? "0.000"
                : ratio < 10 ? "0.00"
                : ratio < 100 ? "0.0"
                : "0",
            CultureInfo.InvariantCulture
        );

    /// <summary>A target ratio as written: <c>1.0</c>, <c>0.05</c>.</summary>
    public static string Aim(double ratio) => ratio.ToString("0.0#", CultureInfo.InvariantCulture);

    /// <summary>Seconds: <c>12.3</c>, <c>0.45</c>, <c>0.012</c>.</summary>
    public static string Seconds(double seconds) =>
        seconds.ToString(
            seconds < 0.1 ? "0.000"
                : seconds < 10 ? "0.00"
                : "0.0",
            CultureInfo.InvariantCulture
        );

    /// <summary>Several measurements in seconds, the median and in brackets the spread.</summary>
    public static string Seconds(Summary summary) => $"{Seconds(summary.Median)} ({Seconds(summary.Min)}–{Seconds(summary.Max)})";

    /// <summary>Seconds in milliseconds: <c>95.0</c>.</summary>
    public static string Milliseconds(double seconds) => (1000 * seconds).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>So many of something: <c>1 run</c>, <c>2 runs</c>.</summary>
    public static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? string.Empty : "s")}");

    /// <summary>Bytes in megabytes: <c>107 MB</c>.</summary>
    public static string Megabytes(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0} MB");

    /// <summary>A whole number, with a comma at the thousands.</summary>
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
