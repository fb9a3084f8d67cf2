using Mooring.Iam;

namespace Mooring.Identity;

/// <summary>Properties of a <see cref="CrossAccountRole"/>.</summary>
public sealed record CrossAccountRoleProps
{
    /// <summary>Name of the role, and of the policy in it, 1 to 64 characters.</summary>
    public required string RoleName { get; init; }

    /// <summary>ARNs of the controllers' roles that may assume it, at least one.</summary>
    public required IReadOnlyList<string> ControllerRoleArns { get; init; }

    /// <summary>
    /// Whether the role is created before the controllers' roles, which IAM refuses as principals while they do not exist: it then trusts their
    /// accounts, for sessions of these roles only. A <c>*</c> in an ARN then matches any text.
    /// </summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn"/>
    public bool BeforeControllers { get; init; }

    /// <summary>What a controller must show to assume the role: 2 to 1224 letters, digits and <c>_+=,.@:/-</c>. It is no secret.</summary>
    public required string ExternalId { get; init; }

    /// <summary>How much a controller may do to the target groups.</summary>
    /// <value>Defaults to <see cref="ControllerPolicyProfile.Scoped"/>.</value>
    public ControllerPolicyProfile Profile { get; init; } = ControllerPolicyProfile.Scoped;

    /// <summary>ARNs of the target groups that controllers register targets with, at least one unless the profile is for all.</summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> TargetGroupArns { get; init; } = [];

    /// <summary>
    /// ARNs of target groups, with the wildcards of IAM, from which controllers may deregister targets although no binding names them any more.
    /// </summary>
    /// <value>Defaults to none.</value>
    public IReadOnlyList<string> RemovedTargetGroupArns { get; init; } = [];

    /// <summary>Settings for every role of the organization.</summary>
    /// <value>Defaults to none.</value>
    public RoleSettings Settings { get; init; } = new();
}
