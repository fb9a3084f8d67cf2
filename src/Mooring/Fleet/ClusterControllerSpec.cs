namespace Mooring.Fleet;

/// <summary>
/// Defines what differs in a cluster from the fleet's controller, so that a version reaches the clusters one after the other.
/// </summary>
public sealed record ClusterControllerSpec
{
    /// <summary>
    /// Version of the controller, such as <c>2.13.4</c> or <c>2.13</c> for its newest patch. Either this or <see cref="ChartVersion"/>.
    /// </summary>
    /// <value>Defaults to the fleet's.</value>
    public string? Version { get; init; }

    /// <summary>Version of the chart <c>aws-load-balancer-controller</c>.</summary>
    /// <value>Defaults to the fleet's.</value>
    public string? ChartVersion { get; init; }

    /// <summary>CPU and memory of a replica: a cluster with many pods needs more memory.</summary>
    /// <value>Defaults to the fleet's.</value>
    public ResourcesSpec? Resources { get; init; }
}
