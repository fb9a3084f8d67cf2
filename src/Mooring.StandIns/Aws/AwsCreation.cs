using Mooring.StandIns.Providers;

namespace Mooring.StandIns.Aws;

/// <summary>Values that AWS generates for an object.</summary>
internal static class AwsCreation
{
    /// <summary>The region and the account of an object that is created.</summary>
    public static AwsContext Aws(this Creation creation) => (AwsContext)creation.Context;

    /// <summary>An id of EC2: <c>sg-0a1b2c3d4e5f60718</c>.</summary>
    public static string Ec2Id(this Creation creation, string prefix, string purpose = "id") => $"{prefix}-0{creation.MadeUp(16, purpose)}";

    /// <summary>An id of IAM: <c>AROA…</c>, 21 characters.</summary>
    public static string IamId(this Creation creation, string prefix) => $"{prefix}{creation.MadeUp(17, "unique id").ToUpperInvariant()}";
}
