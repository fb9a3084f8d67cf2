using Mooring.Iam;

namespace Mooring.Identity;

/// <summary>Properties of a <see cref="CrossAccountRole"/>.</summary>
public sealed record CrossAccountRoleProps
{
    /// <summary>Name of the role, and of the policy in it, 1 to 64 characters.</summary>
    public required string RoleName { get; init; }

    /// <summary>ARNs of the controllers' roles that may assume it, at least one.</summary>
    public required IReadOnlyList<string> ControllerRoleArns { get; init; }

    /// <summary>What a controller must show to assume the role: 2 to 1224 letters, digits and <c>_+=,.@:/-</c>. It is no secret.</summary>
    public required string ExternalId { get; init; }

    /// <summary>How much a controller may do to the target groups.</summary>
    /// <value>Defaults to <see cref="ControllerPolicyProfile.Scoped"/>.</value>
    public ControllerPolicyProfile Profile { get; init; } = ControllerPolicyProfile.Scoped;

    /// <summary>ARNs of the target groups that controllers register targets with, at least one unless the profile is for all.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> TargetGroupArns { get; init; } = [];

    /// <summary>Settings for every role of the organization.</summary>
    /// <value>Defaults to none.</value>
    public RoleSettings Settings { get; init; } = new();
}
