using Mooring.StandIns.Traffic;

namespace Mooring.Rehearsal.Traffic;

/// <summary>
/// The certificates of listeners, from one applied stack to the next. Which names a certificate has is not known: clients of one that goes may need one
/// that comes, so that the new ones must be there before the old ones go. The default certificate is replaced in one call.
/// </summary>
/// <param name="moments">The moments. Terraform makes the changes of one stack in any order.</param>
internal sealed class CertificateTimeline(IReadOnlyList<Moment> moments)
{
    private readonly Moment[] _applied = [.. moments.Where((moment, index) => index + 1 == moments.Count || moments[index + 1].Stack != moment.Stack)];

    /// <summary>The listeners that have neither all old certificates nor all new ones for a while.</summary>
    public IEnumerable<TrafficFinding> Findings() =>
        moments[0]
            .Traffic.Certificates.SelectMany(old => moments[^1].Traffic.Certificates.Where(next => IsSame(old, next)).Select(next => FindingOf(old, next)))
            .OfType<TrafficFinding>();

    private TrafficFinding? FindingOf(ListenerCertificates old, ListenerCertificates next)
    {
        var before = old;
        foreach (var moment in _applied)
        {
            if (moment.Traffic.Certificates.FirstOrDefault(each => IsSame(each, old)) is { } now)
            {
                // A default certificate that is replaced is never gone.
                string[] gone = [.. old.Others.Where(arn => !Has(now, arn))];
                string[] coming = [.. All(next).Where(arn => !Has(now, arn)).Concat(All(now).Where(arn => !Has(before, arn) && !Has(old, arn))).Distinct()];
                if (gone.Length > 0 && coming.Length > 0)
                {
                    return new(
                        $"{old.LoadBalancer}:{old.Port} may have no certificate for names of {string.Join(", ", gone)}",
                        moment.Step,
                        null,
                        $"it may be taken away before {string.Join(", ", coming)} is there",
                        "add the new certificates in a change of their own, and take the old ones away later"
                    );
                }

                before = now;
            }
        }

        return null;
    }

    private static IEnumerable<string> All(ListenerCertificates certificates) => certificates.Others.Prepend(certificates.Default);

    private static bool Has(ListenerCertificates certificates, string arn) => certificates.Default == arn || certificates.Others.Contains(arn);

    private static bool IsSame(ListenerCertificates one, ListenerCertificates other) => one.LoadBalancer == other.LoadBalancer && one.Port == other.Port;
}
