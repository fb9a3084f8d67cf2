using Constructs;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamOpenidConnectProvider;
using HashiCorp.Cdktf.Providers.Aws.IamOpenidConnectProvider;
using HashiCorp.Cdktf.Providers.Aws.IamRolePolicy;
using HashiCorp.Cdktf.Providers.Aws.IamRolePolicyAttachment;
using Mooring.Errors;
using Mooring.Iam;
using Mooring.Limits;

namespace Mooring.Workspaces;

/// <summary>Defines the role that the runs of workspaces assume with the token that HCP Terraform makes for each plan and each apply (OIDC).</summary>
/// <seealso href="https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration"/>
public class RunRole : Construct
{
    /// <summary>The audience of the tokens, unless <c>TFC_AWS_WORKLOAD_IDENTITY_AUDIENCE</c> names another one.</summary>
    private const string Audience = "aws.workload.identity";

    /// <summary>Defines a role.</summary>
    /// <exception cref="ArgumentException">The role's name, its policy or a setting is outside IAM's limits.</exception>
    public RunRole(Construct scope, string id, RunRoleProps props)
        : base(scope, id)
    {
        var policy = props.AssumableRoleArns.Count > 0 ? AssumeRolePolicy.Of(props.AssumableRoleArns) : null;
        Property.Require(this, nameof(props.AssumableRoleArns), policy is null ? null : IamLimits.InlinePolicies([policy]));
        var role = RoleDefinition.Define(this, props.RoleName, props.Settings, TrustOf(props));
        foreach (var arn in props.PolicyArns)
        {
            _ = new IamRolePolicyAttachment(this, IdOf(arn), new IamRolePolicyAttachmentConfig { Role = role.Name, PolicyArn = arn });
        }

        if (policy is not null)
        {
            _ = new IamRolePolicy(
                this,
                "Policy",
                new IamRolePolicyConfig
                {
                    Name = props.RoleName,
                    Role = role.Name,
                    Policy = policy,
                }
            );
        }

        RoleArn = role.Arn;
    }

    /// <summary>ARN of the role.</summary>
    public string RoleArn { get; }

    /// <summary>
    /// The id of an attachment, which does not depend on the policy's place in the list: <c>Policy-aws-ReadOnlyAccess</c>. No name has the colon between the
    /// parts of a path, and the id of a construct has no slash.
    /// </summary>
    private static string IdOf(string policyArn) =>
        policyArn.Split(':') is [_, _, _, _, var account, var policy]
            ? $"Policy-{account}-{string.Join(':', policy.Split('/').Skip(1))}"
            : throw new ArgumentException($"must be the ARN of a policy, got '{policyArn}'", nameof(policyArn));

    private TrustStatement TrustOf(RunRoleProps props) =>
        new()
        {
            Actions = ["sts:AssumeRoleWithWebIdentity"],
            PrincipalType = "Federated",
            Principals = [OidcProviderOf(props)],
            Conditions = [($"{props.Hostname}:aud", [Audience])],
            Patterns =
            [
                (
                    $"{props.Hostname}:sub",
                    [.. props.WorkspaceNames.Select(name => $"organization:{props.Organization}:project:{props.ProjectName}:workspace:{name}:run_phase:*")]
                ),
            ],
        };

    private string OidcProviderOf(RunRoleProps props)
    {
        const string id = "OidcProvider";
        var url = $"https://{props.Hostname}";
        return props.HasOidcProvider
            ? new DataAwsIamOpenidConnectProvider(this, id, new DataAwsIamOpenidConnectProviderConfig { Url = url }).Arn
            : new IamOpenidConnectProvider(this, id, new IamOpenidConnectProviderConfig { Url = url, ClientIdList = [Audience] }).Arn;
    }
}
