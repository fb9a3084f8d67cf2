using Mooring.Iam;

namespace Mooring.Clusters;

/// <summary>Properties of a <see cref="Cluster"/>.</summary>
public sealed record ClusterProps
{
    /// <summary>Name of the cluster: 1 to 100 letters, digits, hyphens and underscores, a letter or digit first.</summary>
    public required string ClusterName { get; init; }

    /// <summary>Name of the control plane's role, 1 to 64 characters.</summary>
    public required string RoleName { get; init; }

    /// <summary>Region of the cluster, such as <c>eu-west-1</c>: EKS may assume the control plane's role for the cluster of this name in it.</summary>
    /// <value>Defaults to any region of the account.</value>
    public string? Region { get; init; }

    /// <summary>Kubernetes version, such as <c>1.36</c>.</summary>
    /// <value>Defaults to the newest that EKS offers when the cluster is created.</value>
    public string? Version { get; init; }

    /// <summary>Ids of the subnets for the control plane's network interfaces: at least two, in different availability zones.</summary>
    public required IReadOnlyList<string> SubnetIds { get; init; }

    /// <summary>From where the API server is reached.</summary>
    /// <value>Defaults to both the VPC and the internet.</value>
    public EndpointAccess EndpointAccess { get; init; } = new();

    /// <summary>ARN of the KMS key that Secrets are encrypted with.</summary>
    /// <value>Defaults to a key that AWS owns.</value>
    /// <remarks>EKS cannot go back: when it is taken away, Terraform replaces the cluster.</remarks>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html"/>
    public string? EncryptionKeyArn { get; init; }

    /// <summary>EKS Auto Mode. Keep it, switched off, when a cluster has had it.</summary>
    /// <value>Defaults to none: the cluster has never had Auto Mode.</value>
    public AutoModeProps? AutoMode { get; init; }

    /// <summary>The logs of the control plane that are written to CloudWatch.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<ClusterLogType> LogTypes { get; init; } = [];

    /// <summary>Source of the permissions in the cluster.</summary>
    /// <value>Defaults to <see cref="AuthenticationMode.Api"/>.</value>
    public AuthenticationMode AuthenticationMode { get; init; } = AuthenticationMode.Api;

    /// <summary>Tags of the cluster. Its nodes do not inherit them.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Settings for every role of the organization.</summary>
    /// <value>Defaults to none.</value>
    /// <remarks>EKS cannot change the role of a cluster: another path is another role, and Terraform replaces the cluster.</remarks>
    public RoleSettings RoleSettings { get; init; } = new();
}
