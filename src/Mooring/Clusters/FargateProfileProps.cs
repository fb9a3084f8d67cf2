using System.Collections.ObjectModel;
using Mooring.Iam;

namespace Mooring.Clusters;

/// <summary>Properties of a <see cref="FargateProfile"/>.</summary>
public sealed record FargateProfileProps
{
    /// <summary>The cluster.</summary>
    public required ICluster Cluster { get; init; }

    /// <summary>Name of the cluster in EKS, which the role's trust policy names before the cluster exists.</summary>
    public required string EksClusterName { get; init; }

    /// <summary>Region of the cluster.</summary>
    public required string Region { get; init; }

    /// <summary>Name of the profile, 1 to 63 characters. EKS changes nothing of a profile, so that a changed one needs another name.</summary>
    public required string ProfileName { get; init; }

    /// <summary>Name of the pod execution role, which is created.</summary>
    public required string RoleName { get; init; }

    /// <summary>Ids of the subnets that pods run in. EKS refuses one with a route to an internet gateway.</summary>
    public required IReadOnlyList<string> SubnetIds { get; init; }

    /// <summary>Which pods run on Fargate: 1 to 5 selectors, of which a pod matches one.</summary>
    public required IReadOnlyList<FargateSelector> Selectors { get; init; }

    /// <summary>Tags of the profile. Pods do not get them.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Settings for every role of the organization.</summary>
    /// <value>Defaults to none.</value>
    public RoleSettings RoleSettings { get; init; } = new();
}
