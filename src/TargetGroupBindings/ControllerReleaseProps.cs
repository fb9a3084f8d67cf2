namespace Mooring.TargetGroupBindings;

/// <summary>Properties of a <see cref="ControllerRelease"/>.</summary>
public sealed record ControllerReleaseProps
{
    /// <summary>Name of the cluster.</summary>
    public required string ClusterName { get; init; }

    /// <summary>AWS region of the cluster. Given, because pods may not reach the instance metadata service.</summary>
    public required string Region { get; init; }

    /// <summary>Id of the cluster's VPC. Given, because pods may not reach the instance metadata service.</summary>
    public required string VpcId { get; init; }

    /// <summary>ARN of the controller's role, which its service account names (IRSA).</summary>
    /// <value>Defaults to none: the service account has its role through EKS Pod Identity.</value>
    public string? RoleArn { get; init; }

    /// <summary>Version of the chart.</summary>
    /// <value>Defaults to <see cref="ControllerChart.DefaultVersion"/>.</value>
    public string ChartVersion { get; init; } = ControllerChart.DefaultVersion;
}
