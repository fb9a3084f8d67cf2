using System.Globalization;
using Mooring.StandIns.Traffic;

namespace Mooring.Rehearsal.Traffic;

/// <summary>
/// The moments of a change, one after the other. A kind of request that is answered before the change, and is meant to be answered afterwards, must
/// not lose a share of its answers at any moment between; what exists before and afterwards must exist all the time.
/// </summary>
/// <param name="moments">The moments. The first one is before the change, the last one afterwards.</param>
internal sealed class TrafficTimeline(IReadOnlyList<Moment> moments)
{
    /// <summary>Shares that differ by less are equal.</summary>
    private const double Tolerance = 1e-9;

    private const string MoveTraffic = "see docs/move-traffic.md";

    private readonly Request[] _requests = [.. moments.SelectMany(moment => moment.Traffic.Examples).Distinct()];

    /// <summary>The findings, and what is not served afterwards.</summary>
    public TrafficReport Report()
    {
        var kinds = _requests.Select(request => new RequestHistory(request, [.. moments.Select(moment => moment.Traffic.Ask(request))])).ToArray();
        return new TrafficReport(
            _requests.Length,
            moments.Count - 2,
            [
                .. kinds.Concat(RequestHistory.AcrossPorts(kinds)).Where(kind => kind.Lost > Tolerance).GroupBy(KeyOf).Select(FindingOf),
                .. Missing(moment => moment.LoadBalancers.Keys, name => $"load balancer {name} is gone"),
                .. Replaced(),
                .. Missing(moment => moment.Access, access => $"{access} has no access"),
                .. Contested(),
                .. new CertificateTimeline(moments).Findings(),
                .. WithoutCredentials(),
                .. Unhealthy(),
            ]
        )
        {
            NoLongerServed =
            [
                .. kinds.Where(kind => kind.First.Served > Tolerance && !kind.Last.IsMeantToServe).Select(kind => $"{kind.Request}: {kind.Last.Description}"),
            ],
            FailedBefore = [.. kinds.Where(FailedBefore).Select(kind => $"{kind.Request}: {Percent(1 - kind.First.Served)} fail, because {WhyOf(kind, 0)}")],
            NotYetServed =
            [
                .. kinds
                    .Where(kind => kind.Last.IsMeantToServe && kind.Last.Served < 1 - Tolerance && kind.Lost <= Tolerance && !FailedBefore(kind))
                    .Select(kind => $"{kind.Request}: {Percent(1 - kind.Last.Served)} fail, because {WhyOf(kind, moments.Count - 1)}"),
            ],
        };
    }

    private static bool FailedBefore(RequestHistory kind) => kind.First.IsMeantToServe && kind.Last.IsMeantToServe && kind.First.Served < 1 - Tolerance;

    /// <summary>Requests with the same trouble are one finding.</summary>
    private (int From, int? Until, string Share, string Why, string Advice) KeyOf(RequestHistory kind)
    {
        var (from, until) = kind.Interval();
        return (from, until, Percent(kind.Lost), WhyOf(kind, kind.Worst), AdviceOf(kind));
    }

    private TrafficFinding FindingOf(IGrouping<(int From, int? Until, string Share, string Why, string Advice), RequestHistory> same) =>
        new($"{same.Key.Share} of requests fail", moments[same.Key.From].Step, StepOf(same.Key.Until), same.Key.Why, same.Key.Advice)
        {
            Requests = [.. same.Select(kind => kind.Request.ToString())],
            Share = same.Max(kind => kind.Lost),
        };

    private string WhyOf(RequestHistory kind, int at)
    {
        var answer = kind.Answers[at];
        if (!answer.IsMeantToServe)
        {
            return $"the answer is {answer.Description}";
        }

        var total = answer.Groups.Sum(group => group.Weight);
        return string.Join(
            "; ",
            answer
                .Groups.Where(group => group.State != TargetGroupState.Serving)
                .Select(group =>
                    string.Create(CultureInfo.InvariantCulture, $"target group {group.Name} has weight {group.Weight} of {total} and ")
                    + (
                        group.State == TargetGroupState.Closed ? "targets that security groups do not let the load balancer reach"
                        : HadTargets(group, at) ? "no targets any more"
                        : "no targets yet"
                    )
                )
        );
    }

    private bool HadTargets(AnsweringGroup group, int at) => moments.Take(at).Any(moment => moment.Traffic.HasTargets(group.Arn));

    private string AdviceOf(RequestHistory kind)
    {
        var answer = kind.Answers[kind.Worst];
        return !answer.IsMeantToServe ? "keep what answers now until what replaces it is there: add the new one first, and remove the old one in a later change"
            : answer.Groups.Any(group => group.State == TargetGroupState.Closed)
                ? "keep the rules of the security groups until the others are there: give it weight 0 first, or add another binding beside it"
            : answer.Groups.Any(group => group.State == TargetGroupState.Empty && HadTargets(group, kind.Worst))
                ? $"give it weight 0 first, apply the load balancer's stack, wait for the deregistration delay, and only then remove its targets; {MoveTraffic}"
            : $"give it weight 0 at first, apply the stacks that register its targets, wait until they are healthy, and then give it weight; {MoveTraffic}";
    }

    /// <summary>What exists in the first and in the last moment, and is missing in one between.</summary>
    private IEnumerable<TrafficFinding> Missing(Func<Moment, IEnumerable<string>> things, Func<string, string> what)
    {
        var sets = moments.Select(moment => things(moment).ToHashSet()).ToArray();
        foreach (var thing in sets[0].Intersect(sets[^1]))
        {
            if (Array.FindIndex(sets, set => !set.Contains(thing)) is var from and >= 0)
            {
                var until = Array.FindIndex(sets, from, set => set.Contains(thing));
                yield return new(what(thing), moments[from].Step, StepOf(until), "it is destroyed and created again", "change it in place, or in two changes");
            }
        }
    }

    /// <summary>A load balancer that is replaced has another DNS name, and records point at the old one.</summary>
    private IEnumerable<TrafficFinding> Replaced()
    {
        foreach (var (name, arn) in moments[0].LoadBalancers)
        {
            var index = moments.ToList().FindIndex(moment => moment.LoadBalancers.TryGetValue(name, out var other) && other != arn);
            if (index >= 0)
            {
                yield return new(
                    $"load balancer {name} is replaced",
                    moments[index].Step,
                    null,
                    "it has another DNS name, and records point at the old one",
                    "see docs/troubleshooting.md#a-load-balancer-would-be-replaced"
                );
            }
        }
    }

    private IEnumerable<TrafficFinding> Contested() =>
        moments
            .SelectMany((moment, index) => moment.Contested.Select(group => (Group: group, Index: index)))
            .GroupBy(entry => entry.Group)
            .Where(same => !moments[0].Contested.Contains(same.Key))
            .Select(same => new TrafficFinding(
                $"two controllers have target group {same.Key}",
                moments[same.First().Index].Step,
                StepOf(same.Last().Index + 1 < moments.Count ? same.Last().Index + 1 : null),
                "each of them deregisters the targets of the other one",
                "make the target group 'shared' first, apply, and then bind the other cluster"
            ));

    /// <summary>A target group whose health checks were let in, and are not any more or for a while.</summary>
    private IEnumerable<TrafficFinding> Unhealthy() =>
        moments
            .SelectMany((moment, index) => moment.Traffic.Unchecked.Select(group => (Group: group, Index: index)))
            .GroupBy(entry => entry.Group)
            .Where(same => !moments[0].Traffic.Unchecked.Contains(same.Key))
            .Select(same => new TrafficFinding(
                $"all targets of {same.Key} become unhealthy; the load balancer sends requests to them all the same while there are no others",
                moments[same.First().Index].Step,
                StepOf(same.Last().Index + 1 < moments.Count ? same.Last().Index + 1 : null),
                "security groups do not let health checks in on their new port",
                $"bind a target group with the new port beside it, and move traffic; {MoveTraffic}"
            ));

    /// <summary>What is right before and is not at the end, or where somebody may stop: credentials of running pods last about an hour.</summary>
    private IEnumerable<TrafficFinding> WithoutCredentials() =>
        moments[0]
            .Controllers.Where(each => each.Value is null && moments[^1].Controllers.ContainsKey(each.Key))
            .Select(each => each.Key)
            .Select(cluster => (Cluster: cluster, From: moments.ToList().FindIndex(moment => moment.IsAtRest && IsWithout(moment, cluster))))
            .Where(found => found.From >= 0)
            .Select(found => new TrafficFinding(
                $"the controller of cluster {found.Cluster} gets no credentials: it registers no new targets, once those of its pods expire",
                moments[found.From].Step,
                StepOf(moments.ToList().FindIndex(found.From, moment => moment.Controllers.ContainsKey(found.Cluster) && !IsWithout(moment, found.Cluster))),
                moments[found.From].Controllers[found.Cluster]!,
                "a pod has the identity that it was started with: restart the pods when the new one is there; "
                    + "see docs/upgrade-the-controller.md#another-identity"
            ));

    private static bool IsWithout(Moment moment, string cluster) => moment.Controllers.GetValueOrDefault(cluster) is not null;

    private string? StepOf(int? index) => index is { } at and >= 0 ? moments[at].Step : null;

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100, 1)} %");
}
