using Mooring.Clusters;

namespace Mooring.Fleet;

/// <summary>Defines an EKS add-on.</summary>
public sealed record AddOnSpec
{
    /// <summary>Version of the add-on, such as <c>v1.3.4-eksbuild.1</c>.</summary>
    /// <value>Defaults to EKS's default version when the add-on is created.</value>
    public string? Version { get; init; }

    /// <summary>Settings of the add-on, an object in JSON.</summary>
    /// <value>Defaults to none.</value>
    public string? Configuration { get; init; }

    /// <summary>ARN of the role that the add-on's service account has (IRSA).</summary>
    /// <value>Defaults to none.</value>
    public string? ServiceAccountRole { get; init; }

    /// <summary>What EKS does when the add-on already exists in the cluster, as some do from the start.</summary>
    /// <value>Defaults to <c>OVERWRITE</c>.</value>
    public ConflictResolution ResolveConflictsOnCreate { get; init; } = ConflictResolution.Overwrite;

    /// <summary>What EKS does when the add-on was changed in the cluster.</summary>
    /// <value>Defaults to <c>OVERWRITE</c>.</value>
    public ConflictResolution ResolveConflictsOnUpdate { get; init; } = ConflictResolution.Overwrite;
}
