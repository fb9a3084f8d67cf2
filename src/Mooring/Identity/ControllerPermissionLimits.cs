using Mooring.Limits;

namespace Mooring.Identity;

/// <summary>What the permissions of the AWS Load Balancer Controller must state.</summary>
/// <seealso cref="Limit"/>
internal static class ControllerPermissionLimits
{
    // The ARN of a target group may end in an asterisk in place of its id.
    private const string AnyId = "0123456789abcdef";

    /// <summary>What is wrong with permissions, each fault with its property.</summary>
    public static IEnumerable<(string Property, string? Fault)> Faults(ControllerPermissions permissions) =>
        [
            (
                nameof(permissions.TargetGroupArns),
                WritableTargetGroups(permissions.Profile, permissions.TargetGroupArns)
                    ?? permissions.TargetGroupArns?.Select(TargetGroupArn).FirstOrDefault(fault => fault is not null)
            ),
            (nameof(permissions.AssumableRoleArns), permissions.AssumableRoleArns.Select(AwsLimits.RoleArn).FirstOrDefault(fault => fault is not null)),
        ];

    /// <summary>The target groups that a controller may write to: every profile but <c>documented</c> lists them, even if the list is empty.</summary>
    private static string? WritableTargetGroups(ControllerPolicyProfile profile, IReadOnlyList<string>? targetGroupArns) =>
        profile == ControllerPolicyProfile.Documented || targetGroupArns is not null
            ? null
            : $"is required for profile '{profile.Word()}': the controller may write to no other target group";

    private static string? TargetGroupArn(string arn) => AwsLimits.TargetGroupArn(arn.EndsWith("/*", StringComparison.Ordinal) ? $"{arn[..^1]}{AnyId}" : arn);
}
