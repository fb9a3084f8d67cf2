using Constructs;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamPolicyDocument;
using HashiCorp.Cdktf.Providers.Aws.EksAccessEntry;
using HashiCorp.Cdktf.Providers.Aws.EksAccessPolicyAssociation;
using HashiCorp.Cdktf.Providers.Aws.IamRole;
using Mooring.Identity;
using Mooring.Limits;

namespace Mooring.ArgoCd;

/// <summary>
/// Defines the role that Argo CD assumes to reach a cluster, and the access entry that makes it an administrator there.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html"/>
public class ClusterAccessRole : Construct
{
    /// <summary>Defines a role.</summary>
    /// <exception cref="ArgumentException">The role's name is outside IAM's limits.</exception>
    public ClusterAccessRole(Construct scope, string id, ClusterAccessRoleProps props)
        : base(scope, id)
    {
        Limit.Require(nameof(props.RoleName), IamLimits.RoleName(props.RoleName));

        RoleArn = DefineRole(props);
        var entry = new EksAccessEntry(this, "AccessEntry", new EksAccessEntryConfig
        {
            ClusterName = props.ClusterName,
            PrincipalArn = RoleArn,
        });

        _ = new EksAccessPolicyAssociation(this, "AccessPolicy", new EksAccessPolicyAssociationConfig
        {
            ClusterName = props.ClusterName,
            PrincipalArn = RoleArn,
            PolicyArn = $"arn:{AwsAccount.Of(this).Partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
            AccessScope = new EksAccessPolicyAssociationAccessScope { Type = "cluster" },
            DependsOn = [entry],
        });
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
