namespace Mooring.Fleet;

/// <summary>Defines a role in another account that a controller assumes.</summary>
public sealed record AssumeRoleSpec
{
    /// <summary>ARN of the role.</summary>
    public required string Role { get; init; }

    /// <summary>External id that the role's trust policy requires, 2 to 1224 characters.</summary>
    /// <value>Defaults to none.</value>
    public string? ExternalId { get; init; }
}
