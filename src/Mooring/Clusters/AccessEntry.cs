using Constructs;
using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.EksAccessEntry;
using HashiCorp.Cdktf.Providers.Aws.EksAccessPolicyAssociation;
using Mooring.Errors;
using Mooring.Iam;
using Mooring.Limits;

namespace Mooring.Clusters;

/// <summary>Defines that an IAM principal has access to a cluster, and what it may do there.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html"/>
public class AccessEntry : Construct
{
    /// <summary>Defines an access entry and the associations with its policies.</summary>
    /// <exception cref="ConstructException">A property is outside AWS's limits, or does not go with the entry's type.</exception>
    public AccessEntry(Construct scope, string id, AccessEntryProps props)
        : base(scope, id)
    {
        Require(props);
        var entry = new EksAccessEntry(
            this,
            "Default",
            new EksAccessEntryConfig
            {
                ClusterName = props.Cluster.ClusterName,
                PrincipalArn = props.PrincipalArn,
                Type = props.Type.Word(),
                // An empty list revokes the groups. Entries of nodes have one that EKS adds.
                KubernetesGroups = props.Type == AccessEntryType.Standard ? [.. props.KubernetesGroups] : null,
                Tags = ResourceTags.Of(this, props.Tags),
            }
        );

        foreach (var policy in props.Policies)
        {
            _ = new EksAccessPolicyAssociation(
                this,
                policy.PolicyName,
                new EksAccessPolicyAssociationConfig
                {
                    ClusterName = props.Cluster.ClusterName,
                    PrincipalArn = props.PrincipalArn,
                    PolicyArn = $"arn:{AwsAccount.Of(this).Partition}:eks::aws:cluster-access-policy/{policy.PolicyName}",
                    AccessScope =
                        policy.Namespaces.Count == 0
                            ? new EksAccessPolicyAssociationAccessScope { Type = "cluster" }
                            : new EksAccessPolicyAssociationAccessScope { Type = "namespace", Namespaces = [.. policy.Namespaces] },
                    DependsOn = [entry],
                }
            );
        }

        AccessEntryArn = entry.AccessEntryArn;
        Entry = entry;
    }

    /// <summary>ARN of the access entry.</summary>
    public string AccessEntryArn { get; }

    /// <summary>What must be there before the principal comes.</summary>
    internal ITerraformDependable Entry { get; }

    private void Require(AccessEntryProps props)
    {
        Property.Require(
            this,
            nameof(props.PrincipalArn),
            props.Type == AccessEntryType.Standard ? AwsLimits.PrincipalArn(props.PrincipalArn) : AwsLimits.RoleArn(props.PrincipalArn)
        );
        Property.Require(this, nameof(props.KubernetesGroups), EksLimits.KubernetesGroups(props.Type, props.KubernetesGroups));
        Property.Require(this, nameof(props.Policies), EksLimits.AccessPolicies(props.Type, [.. props.Policies.Select(policy => policy.PolicyName)]));
        foreach (var policy in props.Policies)
        {
            Property.Require(this, nameof(policy.Namespaces), EksLimits.AccessNamespaces(policy.Namespaces));
        }
    }
}
