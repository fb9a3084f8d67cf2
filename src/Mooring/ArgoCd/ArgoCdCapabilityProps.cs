using System.Collections.ObjectModel;
using Mooring.Clusters;
using Mooring.Iam;

namespace Mooring.ArgoCd;

/// <summary>Properties of an <see cref="ArgoCdCapability"/>.</summary>
public sealed record ArgoCdCapabilityProps
{
    /// <summary>The cluster that the capability belongs to.</summary>
    public required ICluster Cluster { get; init; }

    /// <summary>Name of the capability, 1 to 100 characters.</summary>
    /// <value>Defaults to <c>argocd</c>.</value>
    public string CapabilityName { get; init; } = "argocd";

    /// <summary>Name of the capability's role, which is created without permissions in AWS.</summary>
    /// <value>Defaults to none; either this or <see cref="RoleArn"/> is required.</value>
    public string? RoleName { get; init; }

    /// <summary>
    /// ARN of the capability's role, which exists. It lets <c>capabilities.eks.amazonaws.com</c> use <c>sts:AssumeRole</c> and <c>sts:TagSession</c>.
    /// </summary>
    /// <value>Defaults to none: it is created as <see cref="RoleName"/>.</value>
    public string? RoleArn { get; init; }

    /// <summary>ARN of the IAM Identity Center instance whose users sign in.</summary>
    public required string IdentityCenterArn { get; init; }

    /// <summary>Region of that instance.</summary>
    public required string IdentityCenterRegion { get; init; }

    /// <summary>Namespace where Argo CD looks for its Applications and cluster Secrets.</summary>
    /// <value>Defaults to <c>argocd</c>.</value>
    public string Namespace { get; init; } = "argocd";

    /// <summary>Ids of the VPC endpoints through which alone Argo CD's server is reached.</summary>
    /// <value>Defaults to none: its server has a public endpoint.</value>
    public IReadOnlyList<string> VpcEndpointIds { get; init; } = [];

    /// <summary>Who has Argo CD's role <c>ADMIN</c>.</summary>
    /// <value>Defaults to nobody.</value>
    public ArgoCdMembers Admins { get; init; } = new();

    /// <summary>Who has Argo CD's role <c>EDITOR</c>.</summary>
    /// <value>Defaults to nobody.</value>
    public ArgoCdMembers Editors { get; init; } = new();

    /// <summary>Who has Argo CD's role <c>VIEWER</c>.</summary>
    /// <value>Defaults to nobody.</value>
    public ArgoCdMembers Viewers { get; init; } = new();

    /// <summary>Tags of the capability.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Settings for every role of the organization.</summary>
    /// <value>Defaults to none.</value>
    public RoleSettings RoleSettings { get; init; } = new();
}
