using Mooring.Clusters;

namespace Mooring.Fleet;

/// <summary>Defines an EKS add-on.</summary>
public sealed record AddOnSpec
{
    /// <summary>
    /// Whether the add-on is imported into Terraform's state, because an existing cluster has it already: EKS refuses to create it a second time.
    /// </summary>
    /// <value>Defaults to <c>false</c>: it is created.</value>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAddon.html"/>
    public bool Adopt { get; init; }

    /// <summary>Version of the add-on, such as <c>v1.3.4-eksbuild.1</c>.</summary>
    /// <value>Defaults to EKS's default version when the add-on is created.</value>
    public string? Version { get; init; }

    /// <summary>Settings of the add-on, an object in JSON.</summary>
    /// <value>Defaults to none.</value>
    public string? Configuration { get; init; }

    /// <summary>ARN of the role that the add-on's service account has (IRSA).</summary>
    /// <value>Defaults to none.</value>
    public string? ServiceAccountRole { get; init; }

    /// <summary>What EKS does when the software already runs in the cluster without being an add-on, as some does from the start.</summary>
    /// <value>Defaults to <c>OVERWRITE</c>.</value>
    public ConflictResolution ResolveConflictsOnCreate { get; init; } = ConflictResolution.Overwrite;

    /// <summary>What EKS does when the add-on was changed in the cluster.</summary>
    /// <value>Defaults to <c>OVERWRITE</c>.</value>
    public ConflictResolution ResolveConflictsOnUpdate { get; init; } = ConflictResolution.Overwrite;
}
