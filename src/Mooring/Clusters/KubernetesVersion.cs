using System.Globalization;

namespace Mooring.Clusters;

/// <summary>A version of Kubernetes as EKS writes it, such as <c>1.36</c>.</summary>
internal static class KubernetesVersion
{
    /// <summary>The minor version: 36 of <c>1.36</c>.</summary>
    /// <param name="version">A version that keeps <see cref="EksLimits.Version"/>.</param>
    public static int MinorOf(string version) => int.Parse(version.AsSpan(version.IndexOf('.', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);

    /// <summary>The version of a minor version.</summary>
    public static string Of(int minor) => string.Create(CultureInfo.InvariantCulture, $"1.{minor}");
}
