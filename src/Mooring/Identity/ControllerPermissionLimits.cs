using Mooring.Limits;

namespace Mooring.Identity;

/// <summary>What the permissions of the AWS Load Balancer Controller must state.</summary>
/// <seealso cref="Limit"/>
internal static class ControllerPermissionLimits
{
    /// <summary>The target groups that a controller may write to: every profile but <c>documented</c> lists them, even if the list is empty.</summary>
    public static string? WritableTargetGroups(ControllerPolicyProfile profile, IReadOnlyList<string>? targetGroupArns)
        => profile == ControllerPolicyProfile.Documented || targetGroupArns is not null
            ? null
            : $"is required for profile '{profile.Word()}': the controller may write to no other target group";
}
