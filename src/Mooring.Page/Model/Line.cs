namespace Mooring.Page.Model;

/// <summary>A line of the drawing, from a part to the next one on the way of requests.</summary>
/// <param name="From">The part on the left.</param>
/// <param name="To">The part on the right.</param>
/// <param name="Share">
/// Share of the requests at the beginning that goes along it, 0 to 1, the largest where several ways do; <see langword="null"/> where no rule
/// forwards to it.
/// </param>
public sealed record Line(PartKey From, PartKey To, double? Share)
{
    /// <summary>The lines of some ways, each once.</summary>
    internal static IReadOnlyList<Line> Of(IEnumerable<Route> routes) =>
        [
            .. routes
                .SelectMany(route => route.Parts.Zip(route.Parts.Skip(1), (from, to) => (From: from.Key, To: to.Key, Share: route.ShareAt(to.Key.Kind))))
                .GroupBy(pair => (pair.From, pair.To))
                .Select(same => new Line(same.Key.From, same.Key.To, same.Max(pair => pair.Share))),
        ];
}
