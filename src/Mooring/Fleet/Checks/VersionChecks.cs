using System.Globalization;
using Mooring.Clusters;
using Mooring.Fleet.Faults;

namespace Mooring.Fleet.Checks;

/// <summary>Checks the version of Kubernetes of a cluster.</summary>
internal static class VersionChecks
{
    /// <summary>Adds the error of a change that EKS refuses: a control plane goes up by one minor version at a time.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="deployed">The cluster as it is deployed.</param>
    /// <param name="scope">The cluster's scope.</param>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/update-cluster.html"/>
    public static void CheckChange(ClusterSpec cluster, ClusterSpec deployed, FaultScope scope)
    {
        // The version of a cluster that is only looked up is that of its nodes, which are replaced.
        if (cluster.Existing || deployed.Existing || cluster.Version is not { } version || deployed.Version is not { } before)
        {
            return;
        }

        var (minor, last) = (KubernetesVersion.MinorOf(version), KubernetesVersion.MinorOf(before));
        scope
            .At(cluster.Version)
            .AddIf(
                minor < last ? $"must not be older than the deployed '{before}': EKS does not downgrade a cluster, got '{version}'"
                : minor > last + 1
                    ? $"must be '{KubernetesVersion.Of(last + 1)}' before it is '{version}': EKS upgrades a cluster by one minor version at a time, and "
                        + $"'{before}' is deployed"
                : null
            );
    }

    /// <summary>Adds the warning of a version whose standard support has ended.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="today">The day that the version is judged by.</param>
    /// <param name="scope">The cluster's scope.</param>
    public static void Warn(ClusterSpec cluster, DateOnly today, FaultScope scope)
    {
        if (cluster.Version is not { } version || EksReleaseCalendar.SupportOf(version) is not { } support || today < support.EndOfStandard)
        {
            return;
        }

        scope
            .At(cluster.Version)
            .Warn(
                WarningChecks.EndOfSupport,
                today < support.EndOfExtended
                    ? $"is in extended support since {Day(support.EndOfStandard)}, which costs more, until {Day(support.EndOfExtended)}: upgrade to "
                        + $"'{KubernetesVersion.Of(KubernetesVersion.MinorOf(version) + 1)}', got '{version}'"
                    : $"is out of support since {Day(support.EndOfExtended)}: EKS creates no cluster of it, and upgrades one by itself at any time, got "
                        + $"'{version}'"
            );
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
