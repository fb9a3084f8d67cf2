using Mooring.Limits;

namespace Mooring.Clusters;

/// <summary>What EKS Auto Mode needs of a cluster.</summary>
/// <seealso cref="Limit"/>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/auto-enable-existing.html"/>
internal static class AutoModeLimits
{
    private const int FirstMinor = 29;

    /// <summary>The version of Kubernetes: 1.29 or later.</summary>
    /// <param name="version">A version that keeps <see cref="EksLimits.Version"/>.</param>
    public static string? Version(string version) =>
        KubernetesVersion.MinorOf(version) >= FirstMinor ? null : $"must be 1.{FirstMinor} or later with EKS Auto Mode, got '{version}'";

    /// <summary>The source of permissions: EKS gives those of nodes and of its controllers in access entries.</summary>
    public static string? AuthenticationMode(AuthenticationMode mode) =>
        mode == Clusters.AuthenticationMode.ConfigMap
            ? "must be 'API' or 'API_AND_CONFIG_MAP' with EKS Auto Mode, whose nodes have access entries, got 'CONFIG_MAP'"
            : null;
}
