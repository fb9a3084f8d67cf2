namespace Mooring.Identity;

/// <summary>Properties of a <see cref="ServiceRole"/>.</summary>
public sealed record ServiceRoleProps
{
    /// <summary>Name of the role, 1 to 64 characters.</summary>
    public required string RoleName { get; init; }

    /// <summary>The AWS service that assumes it, such as <c>eks</c> or <c>ec2</c>.</summary>
    public required string Service { get; init; }

    /// <summary>Names of the policies, kept by AWS, that it has.</summary>
    public required IReadOnlyList<string> ManagedPolicies { get; init; }
}
