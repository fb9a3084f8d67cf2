using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.EksAccessEntry;
using HashiCorp.Cdktf.Providers.Aws.EksAccessPolicyAssociation;
using Mooring.Clusters;
using Mooring.Errors;
using Mooring.Iam;
using Capability = HashiCorp.Cdktf.Providers.Aws.EksCapability.EksCapability;

namespace Mooring.ArgoCd;

/// <summary>Gives a role access to a cluster.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html"/>
internal static class ClusterAccess
{
    /// <summary>Defines the access entry of a role, unless the cluster has it, and what the role may do.</summary>
    /// <remarks>
    /// The id of the association must not change with its scope. EKS knows an association by cluster, principal and policy: one with another id
    /// would be created first, and destroying the former would then take the policy away.
    /// </remarks>
    /// <seealso href="https://github.com/hashicorp/terraform-provider-aws/blob/v6.25.0/internal/service/eks/access_policy_association.go"/>
    /// <param name="scope">The scope.</param>
    /// <param name="clusterName">Name of the cluster.</param>
    /// <param name="roleArn">ARN of the role.</param>
    /// <param name="policy">What the role may do.</param>
    /// <param name="createEntry">Whether the access entry is created.</param>
    /// <param name="capability">The capability with which EKS creates the entry, where that is created, too.</param>
    public static void Grant(
        Construct scope,
        string clusterName,
        string roleArn,
        ClusterAccessPolicy policy,
        bool createEntry = true,
        Capability? capability = null
    )
    {
        Property.Require(scope, "AccessPolicy", EksLimits.AccessPolicyName(policy.Name));
        Property.Require(scope, "AccessPolicy", EksLimits.AccessNamespaces(policy.Namespaces));

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
                AccessScope =
                    policy.Namespaces.Count == 0
                        ? new EksAccessPolicyAssociationAccessScope { Type = "cluster" }
                        : new EksAccessPolicyAssociationAccessScope { Type = "namespace", Namespaces = [.. policy.Namespaces] },
                DependsOn = (entry, capability) switch
                {
                    ({ } created, _) => [created],
                    (_, { } creator) => [creator],
                    _ => null,
                },
                // A capability that is created again has its entry anew.
                Lifecycle = capability is null
                    ? null
                    : new TerraformResourceLifecycle { ReplaceTriggeredBy = new[] { $"{capability.TerraformResourceType}.{capability.FriendlyUniqueId}.arn" } },
            }
        );
    }
}
