namespace Mooring.Clusters;

/// <summary>
/// How long EKS supports each version of Kubernetes: 14 months of standard support and 12 months of extended support, which costs more. After that
/// EKS upgrades a control plane by itself, and creates none.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html#kubernetes-release-calendar"/>
internal static class EksReleaseCalendar
{
    // As of 2026-11-27. AWS announces an end at least 60 days before.
    private static readonly Dictionary<string, EksSupport> s_support = new()
    {
        ["1.36"] = new(new DateOnly(2027, 8, 2), new DateOnly(2028, 8, 2)),
        ["1.35"] = new(new DateOnly(2027, 3, 27), new DateOnly(2028, 3, 27)),
        ["1.34"] = new(new DateOnly(2026, 12, 2), new DateOnly(2027, 12, 2)),
        ["1.33"] = new(new DateOnly(2026, 7, 29), new DateOnly(2027, 7, 29)),
        ["1.32"] = new(new DateOnly(2026, 3, 23), new DateOnly(2027, 3, 23)),
        ["1.31"] = new(new DateOnly(2025, 11, 26), new DateOnly(2026, 11, 26)),
        ["1.30"] = new(new DateOnly(2025, 7, 23), new DateOnly(2026, 7, 23)),
        ["1.29"] = new(new DateOnly(2025, 3, 23), new DateOnly(2026, 3, 23)),
        ["1.28"] = new(new DateOnly(2024, 11, 26), new DateOnly(2025, 11, 26)),
    };

    private static readonly string s_oldest = s_support.Keys.MinBy(KubernetesVersion.MinorOf)!;

    /// <summary>The support of a version. One that is older than the calendar has ended with the calendar's oldest, at the latest.</summary>
    /// <param name="version">A version that keeps <see cref="EksLimits.Version"/>.</param>
    /// <returns><see langword="null"/> for a version that is newer than the calendar.</returns>
    public static EksSupport? SupportOf(string version) =>
        KubernetesVersion.MinorOf(version) < KubernetesVersion.MinorOf(s_oldest) ? s_support[s_oldest] : s_support.GetValueOrDefault(version);
}
