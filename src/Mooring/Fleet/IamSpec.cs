namespace Mooring.Fleet;

/// <summary>Defines settings that every IAM role of the fleet has.</summary>
public sealed record IamSpec
{
    /// <summary>Path of the roles: <c>/</c>, or one that begins and ends with <c>/</c>.</summary>
    /// <value>Defaults to <c>/</c>.</value>
    public string? Path { get; init; }

    /// <summary>
    /// Whether names of roles contain the region, for clusters of one name in two regions of an account, each in a fleet of its own. Decide before the
    /// clusters exist: with another name a role is another one, and EKS keeps the role of a cluster.
    /// </summary>
    /// <value>Defaults to <c>false</c>: only those of clusters outside the fleet's own region do.</value>
    public bool RegionInNames { get; init; }

    /// <summary>ARN of the policy that is the roles' permissions boundary.</summary>
    /// <value>Defaults to none.</value>
    public string? PermissionsBoundary { get; init; }

    /// <summary>The longest session of the roles, 3600 to 43200 seconds.</summary>
    /// <value>Defaults to 3600 seconds.</value>
    public int? MaxSessionDuration { get; init; }
}
