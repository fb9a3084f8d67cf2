namespace Mooring.Iam;

/// <summary>Settings that an organization requires for every IAM role.</summary>
public sealed record RoleSettings
{
    /// <summary>Path of the role: <c>/</c>, or a path that begins and ends with <c>/</c>, at most 512 characters.</summary>
    /// <value>Defaults to <c>/</c>.</value>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"/>
    public string? Path { get; init; }

    /// <summary>ARN of the policy that is the role's permissions boundary.</summary>
    /// <value>Defaults to none.</value>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html"/>
    public string? PermissionsBoundaryArn { get; init; }

    /// <summary>The longest session of the role, 1 hour to 12 hours.</summary>
    /// <value>Defaults to AWS's 1 hour.</value>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html"/>
    public TimeSpan? MaxSessionDuration { get; init; }
}
