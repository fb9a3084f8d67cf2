using System.Text.Json;

namespace Mooring.Permissions;

/// <summary>The objects in S3 that have the state of a stack and its lock.</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/language/backend/s3#permissions-required"/>
internal static class StateBucket
{
    /// <summary>Allows what Terraform does with a state in S3; nothing where the state is elsewhere.</summary>
    /// <param name="stack">The Terraform JSON of the stack.</param>
    /// <param name="planOnly">Whether Terraform only plans, without a lock.</param>
    /// <param name="policyOf">The policy of a role, or of the credentials that Terraform starts with.</param>
    public static void Allow(JsonElement stack, bool planOnly, Func<string?, IdentityPolicy> policyOf)
    {
        if (
            !stack.TryGetProperty("terraform", out var terraform)
            || !terraform.TryGetProperty("backend", out var backend)
            || !backend.TryGetProperty("s3", out var s3)
        )
        {
            return;
        }

        var policy = policyOf(s3.TryGetProperty("assume_role", out var role) ? role.GetProperty("role_arn").GetString() : null);
        var bucket = $"arn:{Place.PartitionOf(s3.GetProperty("region").GetString()!)}:s3:::{s3.GetProperty("bucket").GetString()}";
        var state = $"{bucket}/{s3.GetProperty("key").GetString()}";
        policy.Allow("s3:ListBucket", [bucket]);
        policy.Allow("s3:GetObject", [state]);
        if (!planOnly)
        {
            policy.Allow("s3:GetObject", [$"{state}.tflock"]);
            policy.Allow("s3:PutObject", [state, $"{state}.tflock"]);
            policy.Allow("s3:DeleteObject", [$"{state}.tflock"]);
        }
    }
}
