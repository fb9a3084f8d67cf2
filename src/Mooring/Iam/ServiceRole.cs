using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.IamRolePolicyAttachment;

namespace Mooring.Iam;

/// <summary>Defines a role that an AWS service assumes, with AWS managed policies.</summary>
public class ServiceRole : Construct
{
    /// <summary>Defines a role.</summary>
    /// <exception cref="ArgumentException">The role's name or a setting is outside IAM's limits.</exception>
    public ServiceRole(Construct scope, string id, ServiceRoleProps props)
        : base(scope, id)
    {
        var account = AwsAccount.Of(this);
        var role = RoleDefinition.Define(
            this,
            props.RoleName,
            props.Settings,
            new TrustStatement
            {
                Actions = props.TagsSessions ? ["sts:AssumeRole", "sts:TagSession"] : ["sts:AssumeRole"],
                PrincipalType = "Service",
                Principals = [props.ServicePrincipal],
                Source = props.SourceArn is { } arn ? (arn, props.SaysSourceAccount ? account.AccountId : null) : null,
            }
        );

        RoleName = role.Name;
        Attachments =
        [
            .. props.ManagedPolicies.Select(policy => new IamRolePolicyAttachment(
                this,
                policy,
                new IamRolePolicyAttachmentConfig { Role = RoleName, PolicyArn = account.ManagedPolicyArn(policy) }
            )),
        ];
        RoleArn = role.Arn;
    }

    /// <summary>Name of the role, known once it exists.</summary>
    public string RoleName { get; }

    /// <summary>ARN of the role.</summary>
    public string RoleArn { get; }

    /// <summary>The attachments of the managed policies. Resources that use the role depend on them.</summary>
    public IReadOnlyList<ITerraformDependable> Attachments { get; }
}
