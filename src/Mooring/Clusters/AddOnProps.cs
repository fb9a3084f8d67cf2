using HashiCorp.Cdktf;

namespace Mooring.Clusters;

/// <summary>Properties of an <see cref="AddOn"/>.</summary>
public sealed record AddOnProps
{
    /// <summary>The cluster.</summary>
    public required ICluster Cluster { get; init; }

    /// <summary>Name of the add-on, such as <c>eks-pod-identity-agent</c>.</summary>
    public required string AddOnName { get; init; }

    /// <summary>Id of the existing add-on that is imported into the state: <c>&lt;cluster&gt;:&lt;add-on&gt;</c>.</summary>
    /// <value>Defaults to none: the add-on is created.</value>
    public string? AdoptId { get; init; }

    /// <summary>Version of the add-on, such as <c>v1.3.4-eksbuild.1</c>.</summary>
    /// <value>Defaults to EKS's own choice for the cluster's version when the add-on is created.</value>
    public string? Version { get; init; }

    /// <summary>Settings of the add-on, an object in JSON. <c>aws eks describe-addon-configuration</c> prints its schema.</summary>
    /// <value>Defaults to none.</value>
    public string? ConfigurationValues { get; init; }

    /// <summary>ARN of the role that the add-on's service account has (IRSA).</summary>
    /// <value>Defaults to none: it may do what its node may.</value>
    public string? ServiceAccountRoleArn { get; init; }

    /// <summary>What EKS does when the software already runs in the cluster without being an add-on, as some does from the start.</summary>
    /// <value>Defaults to <see cref="ConflictResolution.Overwrite"/>.</value>
    public ConflictResolution ResolveConflictsOnCreate { get; init; } = ConflictResolution.Overwrite;

    /// <summary>What EKS does when the add-on was changed in the cluster.</summary>
    /// <value>Defaults to <see cref="ConflictResolution.Overwrite"/>: what is declared is what runs.</value>
    public ConflictResolution ResolveConflictsOnUpdate { get; init; } = ConflictResolution.Overwrite;

    /// <summary>What must be there before the add-on, such as the Fargate profiles that its pods match.</summary>
    /// <value>Defaults to nothing.</value>
    internal IReadOnlyList<ITerraformDependable> After { get; init; } = [];

    /// <summary>Tags of the add-on.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
