using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Mooring.StandIns.ArgoCd.Manifests;

/// <summary>How often a failed sync is tried again, and when.</summary>
/// <param name="Limit">The most retries; fewer than 0 for no limit.</param>
/// <param name="Duration">Time until the first retry.</param>
/// <param name="Factor">What the time is multiplied with for each further retry.</param>
/// <param name="MaxDuration">The longest time.</param>
/// <seealso href="https://github.com/argoproj/argo-cd/blob/master/pkg/apis/application/v1alpha1/types.go"/>
internal sealed partial record RetryStrategy(int Limit, TimeSpan Duration, int Factor, TimeSpan MaxDuration)
{
    /// <summary>Reads a strategy. Without one, a sync is not tried again. Its defaults are 5 seconds, a factor of 2 and 3 minutes.</summary>
    public static RetryStrategy Of(JsonNode? manifest) =>
        new(
            int.Parse(manifest.TextAt("limit") ?? "0", CultureInfo.InvariantCulture),
            Time(manifest.TextAt("backoff", "duration") ?? "5s"),
            int.Parse(manifest.TextAt("backoff", "factor") ?? "2", CultureInfo.InvariantCulture),
            Time(manifest.TextAt("backoff", "maxDuration") ?? "3m")
        );

    /// <summary>Whether there is a retry after a number of them.</summary>
    public bool Allows(int retries) => Limit < 0 || retries < Limit;

    /// <summary>Time until the next retry after a number of them.</summary>
    public TimeSpan After(int retries)
    {
        var time = Duration * Math.Pow(Factor, Math.Min(retries, 30));
        return time < MaxDuration ? time : MaxDuration;
    }

    private static TimeSpan Time(string text) =>
        Pattern().Match(text) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
                * (match.Groups[2].Value == "m" ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(1))
            : throw new ManifestException($"time: invalid duration \"{text}\"");

    [GeneratedRegex("^([0-9]+)([sm])$")]
    private static partial Regex Pattern();
}
