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

    /// <summary>
    /// Whether it is installed. Write <c>false</c> for a cluster that has one already: only the bindings are installed then. A controller that
    /// was installed before stays in the cluster, but its role goes: give it another one first, and name that as <see cref="Role"/>.
    /// </summary>
    /// <value>Defaults to the fleet's.</value>
    public bool? Install { get; init; }

    /// <summary>Whether it is installed, given the fleet's controller.</summary>
    internal bool IsInstalledWith(ControllerSpec fleet) => Install ?? fleet.Install;

    /// <summary>
    /// Name of the IAM role of the controller that somebody else installed: it gets a policy for the target groups of this cluster. Only where
    /// <see cref="Install"/> is <c>false</c>.
    /// </summary>
    /// <value>Defaults to none: its permissions are left to whoever installed it.</value>
    public string? Role { get; init; }

    /// <summary>CPU and memory of a replica: a cluster with many pods needs more memory.</summary>
    /// <value>Defaults to the fleet's.</value>
    public ResourcesSpec? Resources { get; init; }
}
