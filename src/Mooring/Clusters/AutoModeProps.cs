namespace Mooring.Clusters;

/// <summary>
/// EKS Auto Mode of a <see cref="Cluster"/>: its nodes, its block storage and a load balancer controller of its own, which EKS switches together.
/// Once a cluster was created or changed with these properties, keep them: without them Terraform would replace a cluster that was created with Auto Mode.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/automode.html"/>
public sealed record AutoModeProps
{
    /// <summary>Whether it is on. EKS switches a living cluster in place; its roles stay where it is switched off.</summary>
    /// <value>Defaults to <see langword="true"/>.</value>
    public bool Enabled { get; init; } = true;

    /// <summary>The node pools of EKS; none leaves nodes to node pools of your own.</summary>
    /// <value>Defaults to all.</value>
    public IReadOnlyList<AutoModeNodePool> NodePools { get; init; } = [AutoModeNodePool.GeneralPurpose, AutoModeNodePool.System];

    /// <summary>Name of the role of the nodes, 1 to 64 characters. Terraform replaces the cluster for another one while it has node pools.</summary>
    public required string NodeRoleName { get; init; }
}
