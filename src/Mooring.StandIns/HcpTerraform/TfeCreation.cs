using Mooring.StandIns.Providers;

namespace Mooring.StandIns.HcpTerraform;

/// <summary>Values that HCP Terraform generates for an object.</summary>
internal static class TfeCreation
{
    /// <summary>An id: <c>ws-CH5in3chf8RJjrVd</c>.</summary>
    public static string TfeId(this Creation creation, string prefix) => $"{prefix}-{creation.MadeUp(16, "id")}";
}
