using System.Globalization;
using Mooring.Page.Model;

namespace Mooring.Page.Markup;

/// <summary>Says what share of requests goes somewhere.</summary>
internal static class ShareWords
{
    private const string None = "none";

    /// <summary>The share for the script: <c>0.9</c>.</summary>
    public static string? Number(double? share) => share?.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>The share along a line, before a change and after.</summary>
    public static string Change(Marked<Line> line) => Change(line.Mark, line.Before?.Share, line.Now.Share);

    /// <summary>The share of a way, before a change and after, and which other clusters have a part of it.</summary>
    public static string Change(Marked<Route> route) =>
        route.Now.Share is null && route.Before?.Share is null ? string.Empty
        : route.Now.SharedWith.Count == 0 ? Change(route.Mark, route.Before?.Share, route.Now.Share)
        : $"{Change(route.Mark, route.Before?.Share, route.Now.Share)} together with {string.Join(", ", route.Now.SharedWith)}";

    private static string Change(Mark mark, double? before, double? now) =>
        mark switch
        {
            Mark.Changed when before != now => $"{Percent(before)} \u2192 {Percent(now)}",
            Mark.Gone => $"{Percent(now)} \u2192 {None}",
            _ => Percent(now),
        };

    private static string Percent(double? share) => share is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known * 100:0.#}\u00a0%") : None;
}
