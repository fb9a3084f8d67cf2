using System.Globalization;

namespace Mooring.StandIns.Traffic;

/// <summary>What a load balancer answers to requests of a kind.</summary>
/// <param name="Description">The answer in words: <c>forward to shop-blue 70, shop-green 30</c>.</param>
/// <param name="IsMeantToServe">Whether clients get what they ask for: the rule forwards, redirects, or has a status below 400.</param>
/// <param name="Groups">The target groups that it forwards to, with a weight above zero; empty for other actions.</param>
public sealed record Answer(string Description, bool IsMeantToServe, IReadOnlyList<AnsweringGroup> Groups)
{
    /// <summary>Share of the requests that clients get an answer to, between 0 and 1. Of the others the load balancer answers 503 or 504.</summary>
    /// <seealso href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html#http-503-issues"/>
    public double Served =>
        !IsMeantToServe ? 0
        : Groups.Count == 0 ? 1
        : (double)Groups.Where(group => group.State == TargetGroupState.Serving).Sum(group => group.Weight) / Groups.Sum(group => group.Weight);

    /// <summary>No answer: nothing listens.</summary>
    internal static Answer None(string reason) => new(reason, IsMeantToServe: false, []);

    /// <summary>An answer without targets.</summary>
    internal static Answer Fixed(int status) =>
        new(string.Create(CultureInfo.InvariantCulture, $"a fixed response with status {status}"), IsMeantToServe: status < 400, []);

    /// <summary>An answer of targets. AWS answers 503 where all weights are zero.</summary>
    internal static Answer Forward(IReadOnlyList<AnsweringGroup> groups)
    {
        AnsweringGroup[] weighted = [.. groups.Where(group => group.Weight > 0)];
        var names = groups.Select(group => groups.Count == 1 ? group.Name : string.Create(CultureInfo.InvariantCulture, $"{group.Name} {group.Weight}"));
        return new($"forward to {string.Join(", ", names)}", IsMeantToServe: weighted.Length > 0, weighted);
    }
}
