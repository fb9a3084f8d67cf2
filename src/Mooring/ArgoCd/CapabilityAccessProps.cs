using Mooring.Clusters;

namespace Mooring.ArgoCd;

/// <summary>Properties of a <see cref="CapabilityAccess"/>.</summary>
public sealed record CapabilityAccessProps
{
    /// <summary>The cluster that the capability gets access to.</summary>
    public required ICluster Cluster { get; init; }

    /// <summary>ARN of the capability's role.</summary>
    public required string CapabilityRoleArn { get; init; }

    /// <summary>What the capability may do in the cluster.</summary>
    /// <value>Defaults to <see cref="ClusterAccessPolicy.ClusterAdmin"/>.</value>
    public ClusterAccessPolicy AccessPolicy { get; init; } = ClusterAccessPolicy.ClusterAdmin;

    /// <summary>The capability, where it is created with its access to its own cluster, which then follows it.</summary>
    /// <value>Defaults to none: it exists, or belongs to another cluster.</value>
    public ArgoCdCapability? Capability { get; init; }

    /// <summary>Whether to create the access entry. EKS creates it in the cluster that the capability belongs to.</summary>
    /// <value>Defaults to <see langword="true"/>; set <see langword="false"/> for the cluster that the capability belongs to.</value>
    public bool CreateAccessEntry { get; init; } = true;
}
