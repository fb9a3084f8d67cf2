using System.Text.Json.Nodes;
using Constructs;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamPolicyDocument;
using HashiCorp.Cdktf.Providers.Aws.IamRole;
using HashiCorp.Cdktf.Providers.Aws.IamRolePolicy;
using Mooring.Errors;
using Mooring.Limits;

namespace Mooring.Iam;

/// <summary>
/// How every role is defined: its trust policy is the child <c>Trust</c>, the role itself <c>Default</c>, its policy <c>Policy</c>. A role keeps
/// its address, and so is not replaced, when another construct defines it in the same place.
/// </summary>
internal static class RoleDefinition
{
    /// <summary>Defines a role without a policy of its own.</summary>
    /// <exception cref="ConstructException">The role's name or a setting is outside IAM's limits.</exception>
    public static IamRole Define(Construct scope, string roleName, RoleSettings settings, params IReadOnlyList<TrustStatement> trust)
    {
        Property.Require(scope, "RoleName", IamLimits.RoleName(roleName));
        Property.Require(scope, nameof(settings.Path), settings.Path is { } path ? IamLimits.RolePath(path) : null);
        Property.Require(
            scope,
            nameof(settings.PermissionsBoundaryArn),
            settings.PermissionsBoundaryArn is { } boundary ? AwsLimits.PolicyArn(boundary) : null
        );
        Property.Require(
            scope,
            nameof(settings.MaxSessionDuration),
            settings.MaxSessionDuration is { } duration ? IamLimits.MaxSessionDuration(duration) : null
        );
        Property.Require(scope, "TrustPolicy", IamLimits.TrustPolicy(JsonOf(trust)));

        var document = new DataAwsIamPolicyDocument(
            scope,
            "Trust",
            new DataAwsIamPolicyDocumentConfig { Statement = trust.Select(statement => statement.ToDocument()).ToArray() }
        );

        return new IamRole(
            scope,
            "Default",
            new IamRoleConfig
            {
                Name = roleName,
                AssumeRolePolicy = document.Json,
                Path = settings.Path,
                PermissionsBoundary = settings.PermissionsBoundaryArn,
                MaxSessionDuration = settings.MaxSessionDuration?.TotalSeconds,
            }
        );
    }

    /// <summary>Defines a role with one policy of its own, or none, and returns its ARN.</summary>
    /// <exception cref="ConstructException">The role's name, its policy or a setting is outside IAM's limits.</exception>
    public static string Define(Construct scope, string roleName, string? policyJson, RoleSettings settings, params IReadOnlyList<TrustStatement> trust)
    {
        Property.Require(scope, "PolicyJson", policyJson is null ? null : IamLimits.InlinePolicies([policyJson]));
        var role = Define(scope, roleName, settings, trust);
        if (policyJson is null)
        {
            return role.Arn;
        }

        // The article's inline_policy block is deprecated in version 6 of the AWS provider; this is its successor.
        _ = new IamRolePolicy(
            scope,
            "Policy",
            new IamRolePolicyConfig
            {
                Name = roleName,
                Role = role.Name,
                Policy = policyJson,
            }
        );

        return role.Arn;
    }

    /// <summary>A trust policy as JSON.</summary>
    public static string JsonOf(params IReadOnlyList<TrustStatement> trust) =>
        new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. trust.Select(statement => statement.ToJson())]) }.ToJsonString();
}
