using Mooring.Clusters;

namespace Mooring.Fleet;

/// <summary>
/// Defines EKS Auto Mode of a cluster: EKS runs nodes, block storage and a load balancer controller of its own, all three or none. A living cluster gets it
/// in place. The mapping stays as long as the cluster exists, with <c>enabled: false</c> where Auto Mode is switched off again: without it Terraform would
/// replace a cluster that was created with Auto Mode.
/// </summary>
public sealed record AutoModeSpec
{
    /// <summary>
    /// Whether it is on. When it is switched off, EKS terminates its nodes, and deletes the load balancers that its controller created from Services and
    /// Ingresses.
    /// </summary>
    /// <value>Defaults to <c>true</c>.</value>
    public bool Enabled { get; init; } = true;

    /// <summary>The node pools of EKS. <c>[]</c> is none: create node pools of your own in the cluster.</summary>
    /// <value>Defaults to <c>[general-purpose, system]</c>.</value>
    public IReadOnlyList<AutoModeNodePool> NodePools { get; init; } = [AutoModeNodePool.GeneralPurpose, AutoModeNodePool.System];
}
