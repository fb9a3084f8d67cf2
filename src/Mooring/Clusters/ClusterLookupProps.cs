using HashiCorp.Cdktf;

namespace Mooring.Clusters;

/// <summary>Properties of a <see cref="ClusterLookup"/>.</summary>
public sealed record ClusterLookupProps
{
    /// <summary>Name of the cluster.</summary>
    public required string ClusterName { get; init; }

    /// <summary>The AWS provider of the cluster's account and region.</summary>
    /// <value>Defaults to the stack's AWS provider without an alias.</value>
    public TerraformProvider? Provider { get; init; }

    /// <summary>
    /// Whether access entries are added to the cluster: the plan then fails, with a sentence, where its authentication mode is <c>CONFIG_MAP</c>.
    /// </summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html"/>
    public bool RequireAccessEntries { get; init; }

    /// <summary>Whether the cluster must have EKS Auto Mode: the plan then fails, with a sentence, where it has not.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool RequireAutoMode { get; init; }
}
