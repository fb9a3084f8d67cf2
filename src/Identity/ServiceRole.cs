using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamPolicyDocument;
using HashiCorp.Cdktf.Providers.Aws.IamRole;
using HashiCorp.Cdktf.Providers.Aws.IamRolePolicyAttachment;
using Mooring.Limits;

namespace Mooring.Identity;

/// <summary>Defines a role that an AWS service assumes, with policies that AWS keeps.</summary>
public class ServiceRole : Construct
{
    /// <summary>Defines a role.</summary>
    /// <exception cref="ArgumentException">The role's name is outside IAM's limits.</exception>
    public ServiceRole(Construct scope, string id, ServiceRoleProps props)
        : base(scope, id)
    {
        Limit.Require(nameof(props.RoleName), IamLimits.RoleName(props.RoleName));

        var account = AwsAccount.Of(this);
        var trust = new DataAwsIamPolicyDocument(this, "Trust", new DataAwsIamPolicyDocumentConfig
        {
            Statement = new[]
            {
                new DataAwsIamPolicyDocumentStatement
                {
                    Actions = ["sts:AssumeRole"],
                    Principals = new[]
                    {
                        new DataAwsIamPolicyDocumentStatementPrincipals { Type = "Service", Identifiers = [props.ServicePrincipal] },
                    },
                },
            },
        });

        var role = new IamRole(this, "Default", new IamRoleConfig { Name = props.RoleName, AssumeRolePolicy = trust.Json });
        var roleName = role.Name;
        Attachments =
        [
            .. props.ManagedPolicies.Select(policy => new IamRolePolicyAttachment(this, policy, new IamRolePolicyAttachmentConfig
            {
                Role = roleName,
                PolicyArn = account.ManagedPolicyArn(policy),
            })),
        ];
        RoleArn = role.Arn;
    }

    /// <summary>ARN of the role.</summary>
    public string RoleArn { get; }

    /// <summary>What must be there before the service makes use of the role, and until it no longer does.</summary>
    public IReadOnlyList<ITerraformDependable> Attachments { get; }
}
