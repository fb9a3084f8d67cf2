using System.Text.Json;

namespace Mooring.Permissions;

/// <summary>The permissions that Terraform needs in AWS for stacks, as IAM policies.</summary>
public static class RequiredPermissions
{
    private static readonly string[] s_plan = ["read"];
    private static readonly string[] s_apply = ["create", "read", "update", "delete"];

    /// <summary>
    /// The policies, one for the credentials that Terraform starts with, and one for each role that it assumes, in the order of the roles' ARNs.
    /// </summary>
    /// <param name="stacks">The Terraform JSON of the stacks.</param>
    /// <param name="planOnly">Whether Terraform only plans.</param>
    public static IReadOnlyList<IdentityPolicy> Of(IEnumerable<JsonElement> stacks, bool planOnly)
    {
        var policies = new SortedDictionary<string, IdentityPolicy>(StringComparer.Ordinal) { [string.Empty] = new(role: null) };
        foreach (var stack in stacks)
        {
            StateBucket.Allow(stack, planOnly, PolicyOf);
            foreach (var resource in new StackConfiguration(stack).Resources)
            {
                AddTo(PolicyOf(resource.Place.Role), resource, planOnly ? s_plan : s_apply);
            }
        }

        return [.. policies.Values];

        IdentityPolicy PolicyOf(string? role)
        {
            if (role is null)
            {
                return policies[string.Empty];
            }

            policies[string.Empty].Allow("sts:AssumeRole", [role]);
            return policies.TryGetValue(role, out var known) ? known : policies[role] = new(role);
        }
    }

    private static void AddTo(IdentityPolicy policy, StackResource resource, string[] operations)
    {
        foreach (var grant in TypeGrants.Of(resource.Type).Grants.Where(grant => operations.Any(operation => grant.AppliesTo(operation, resource))))
        {
            var arns = grant.On.Select(template => ArnTemplate.Expand(template, resource)).ToArray();
            foreach (var action in grant.Actions)
            {
                policy.Allow(action, arns);
            }
        }
    }
}
