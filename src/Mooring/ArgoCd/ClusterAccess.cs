using Constructs;
using HashiCorp.Cdktf.Providers.Aws.EksAccessEntry;
using HashiCorp.Cdktf.Providers.Aws.EksAccessPolicyAssociation;
using Mooring.Clusters;
using Mooring.Errors;
using Mooring.Iam;

namespace Mooring.ArgoCd;

/// <summary>Gives a role access to a cluster.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html"/>
internal static class ClusterAccess
{
    /// <summary>Defines the access entry of a role, unless the cluster has it, and what the role may do.</summary>
    public static void Grant(Construct scope, string clusterName, string roleArn, ClusterAccessPolicy policy, bool createEntry = true)
    {
        Property.Require(scope, "AccessPolicy", EksLimits.AccessPolicyName(policy.Name));

        var entry = createEntry
            ? new EksAccessEntry(scope, "AccessEntry", new EksAccessEntryConfig { ClusterName = clusterName, PrincipalArn = roleArn })
            : null;

        _ = new EksAccessPolicyAssociation(
            scope,
            "AccessPolicy",
            new EksAccessPolicyAssociationConfig
            {
                ClusterName = clusterName,
                PrincipalArn = roleArn,
                PolicyArn = $"arn:{AwsAccount.Of(scope).Partition}:eks::aws:cluster-access-policy/{policy.Name}",
                AccessScope = new EksAccessPolicyAssociationAccessScope { Type = "cluster" },
                DependsOn = entry is null ? null : [entry],
            }
        );
    }
}
