using System.Globalization;
using Mooring.Rehearsal.Traffic;
using static Mooring.Rehearsal.Reports.Counting;

namespace Mooring.Rehearsal.Reports;

/// <summary>What became of traffic, in words that the reports share.</summary>
internal static class TrafficWords
{
    /// <summary>The result in one sentence.</summary>
    public static string Summary(TrafficReport traffic)
    {
        var followed = string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(traffic.Requests, "kind")} of requests, followed over {Count(traffic.Changes, "change")}"
        );
        return traffic.Findings.Count == 0 ? $"traffic: {followed}: none lost an answer" : $"traffic: {followed}: {Count(traffic.Findings.Count, "fault")}";
    }

    /// <summary>What is said of a finding: a word and a text each.</summary>
    public static IEnumerable<(string Word, string Text)> Details(TrafficFinding finding) =>
        [("from", finding.From), ("until", finding.Until ?? "the end, and afterwards"), ("why", finding.Why), ("instead", finding.Advice)];

    /// <summary>What is no fault, and should be known.</summary>
    public static IEnumerable<string> Notes(TrafficReport traffic) =>
        [
            .. traffic.NoLongerServed.Select(request => $"no longer served, as the file says: {request}"),
            .. traffic.FailedBefore.Select(request => $"fails already before the change, so nothing is known of it: {request}"),
            .. traffic.NotYetServed.Select(request => $"not served yet: {request}"),
            .. traffic.NotFollowed is { } gap ? [$"not followed: {gap}"] : Array.Empty<string>(),
        ];
}
