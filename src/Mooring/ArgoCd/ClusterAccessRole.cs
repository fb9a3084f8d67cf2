using Constructs;
using Mooring.Iam;

namespace Mooring.ArgoCd;

/// <summary>Defines the role that Argo CD assumes to reach a cluster, and its access entry.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html"/>
public class ClusterAccessRole : Construct
{
    /// <summary>Defines a role.</summary>
    /// <exception cref="ArgumentException">The role's name is outside IAM's limits, or the access policy's outside EKS's.</exception>
    public ClusterAccessRole(Construct scope, string id, ClusterAccessRoleProps props)
        : base(scope, id)
    {
        RoleArn = RoleDefinition
            .Define(
                this,
                props.RoleName,
                props.Settings,
                new TrustStatement
                {
                    Actions = ["sts:AssumeRole"],
                    PrincipalType = "AWS",
                    Principals = [props.ArgoCdRoleArn],
                }
            )
            .Arn;
        ClusterAccess.Grant(this, props.Cluster.ClusterName, RoleArn, props.AccessPolicy);
    }

    /// <summary>ARN of the role.</summary>
    public string RoleArn { get; }
}
