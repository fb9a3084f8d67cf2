using System.Globalization;
using System.Text.RegularExpressions;

namespace Mooring.Shift;

/// <summary>Times as the options have them: <c>30s</c>, <c>5m</c>, <c>1h</c>.</summary>
public static partial class Duration
{
    /// <summary>Reads a time; <see langword="null"/> where it is none, or longer than a day.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (Pattern().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var number = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        var time = match.Groups[2].Value switch
        {
            "s" => TimeSpan.FromSeconds(number),
            "m" => TimeSpan.FromMinutes(number),
            _ => TimeSpan.FromHours(number),
        };
        return time <= TimeSpan.FromDays(1) ? time : null;
    }

    /// <summary>A time in words: <c>1h 30m</c>.</summary>
    public static string Words(TimeSpan time)
    {
        (int Number, string Unit)[] parts = [((int)time.TotalHours, "h"), (time.Minutes, "m"), (time.Seconds, "s")];
        var words = string.Join(' ', parts.Where(part => part.Number > 0).Select(part => $"{part.Number}{part.Unit}"));
        return words.Length > 0 ? words : "0s";
    }

    [GeneratedRegex(@"^([0-9]{1,6})([smh])\z")]
    private static partial Regex Pattern();
}
