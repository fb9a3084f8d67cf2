using System.Globalization;

namespace Mooring.TargetGroupBindings;

/// <summary>The Helm chart of the AWS Load Balancer Controller.</summary>
/// <seealso href="https://github.com/aws/eks-charts/tree/master/stable/aws-load-balancer-controller"/>
public static class ControllerChart
{
    /// <summary>Helm repository that holds the chart.</summary>
    public const string Repository = "https://aws.github.io/eks-charts";

    /// <summary>Name of the chart.</summary>
    public const string Name = "aws-load-balancer-controller";

    /// <summary>Version of the chart that is installed when no other is chosen; it ships controller 3.5.0.</summary>
    public const string DefaultVersion = "3.5.0";

    private const int FirstMajorWithGatewayApi = 3;

    /// <summary>Whether the controller in a version of the chart looks for the custom resources of the Gateway API.</summary>
    internal static bool HasGatewayApi(string version)
        => int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) && major >= FirstMajorWithGatewayApi;
}
