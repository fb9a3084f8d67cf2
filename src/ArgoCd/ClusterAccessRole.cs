using Constructs;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamPolicyDocument;
using HashiCorp.Cdktf.Providers.Aws.IamRole;
using Mooring.Limits;

namespace Mooring.ArgoCd;

/// <summary>
/// Defines the role that Argo CD assumes to reach a cluster, and the access entry that lets it in.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html"/>
public class ClusterAccessRole : Construct
{
    /// <summary>Defines a role.</summary>
    /// <exception cref="ArgumentException">The role's name is outside IAM's limits, or the access policy's outside EKS's.</exception>
    public ClusterAccessRole(Construct scope, string id, ClusterAccessRoleProps props)
        : base(scope, id)
    {
        Limit.Require(nameof(props.RoleName), IamLimits.RoleName(props.RoleName));

        RoleArn = DefineRole(props);
        ClusterAccess.Grant(this, props.ClusterName, RoleArn, props.AccessPolicy);
    }

    /// <summary>ARN of the role.</summary>
    public string RoleArn { get; }

    private string DefineRole(ClusterAccessRoleProps props)
    {
        var trust = new DataAwsIamPolicyDocument(this, "Trust", new DataAwsIamPolicyDocumentConfig
        {
            Statement = new[]
            {
                new DataAwsIamPolicyDocumentStatement
                {
                    Actions = ["sts:AssumeRole"],
                    Principals = new[]
                    {
                        new DataAwsIamPolicyDocumentStatementPrincipals { Type = "AWS", Identifiers = [props.ArgoCdRoleArn] },
                    },
                },
            },
        });

        return new IamRole(this, "Default", new IamRoleConfig { Name = props.RoleName, AssumeRolePolicy = trust.Json }).Arn;
    }
}
