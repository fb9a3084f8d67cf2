namespace Mooring.Identity;

/// <summary>Properties of a <see cref="ControllerRolePolicy"/>.</summary>
public sealed record ControllerRolePolicyProps
{
    /// <summary>Name of the role, which exists.</summary>
    public required string RoleName { get; init; }

    /// <summary>Name of the policy, 1 to 128 characters, unique in the role.</summary>
    public required string PolicyName { get; init; }

    /// <summary>What the controller may do.</summary>
    public required ControllerPermissions Permissions { get; init; }
}
