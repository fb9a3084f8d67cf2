using Constructs;
using HashiCorp.Cdktf.Providers.Aws.EksPodIdentityAssociation;
using Mooring.Errors;
using Mooring.Iam;
using Mooring.Limits;

namespace Mooring.Identity;

/// <summary>
/// Defines a role that service accounts of one cluster can assume through EKS Pod Identity, and no others can, and the Pod Identity associations.
/// The cluster needs no OIDC provider, but the add-on <c>eks-pod-identity-agent</c>.
/// </summary>
/// <remarks>
/// The cluster is a condition, by its ARN, which has its account and region in it, as is the service account: EKS tags each session with both. AWS
/// documents these tags, and no <c>aws:SourceArn</c>, for this service.
/// </remarks>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html"/>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html"/>
public class PodIdentityRole : Construct
{
    /// <summary>Name of the add-on that gives pods their credentials.</summary>
    internal const string AgentAddOn = "eks-pod-identity-agent";

    /// <summary>Defines a role and its associations.</summary>
    /// <exception cref="ConstructException">A name, the role's policy or a setting is outside AWS's limits.</exception>
    public PodIdentityRole(Construct scope, string id, PodIdentityRoleProps props)
        : base(scope, id)
    {
        Property.Require(this, nameof(props.ServiceAccounts), Limit.Entries(props.ServiceAccounts.Count, 1, int.MaxValue));

        // One statement for each namespace: a single one would allow each name in each namespace to assume the role.
        RoleArn = RoleDefinition.Define(
            this,
            props.RoleName,
            props.PolicyJson,
            props.Settings,
            [
                .. props
                    .ServiceAccounts.GroupBy(account => account.Namespace)
                    .Select(accounts => new TrustStatement
                    {
                        Actions = ["sts:AssumeRole", "sts:TagSession"],
                        PrincipalType = "Service",
                        Principals = ["pods.eks.amazonaws.com"],
                        Conditions =
                        [
                            ("aws:RequestTag/eks-cluster-arn", [props.Cluster.ClusterArn]),
                            ("aws:RequestTag/kubernetes-namespace", [accounts.Key]),
                            ("aws:RequestTag/kubernetes-service-account", [.. accounts.Select(account => account.Name)]),
                        ],
                    }),
            ]
        );

        foreach (var account in props.ServiceAccounts)
        {
            // The name of a namespace has no dot in it, so that no two accounts have the same id.
            _ = new EksPodIdentityAssociation(
                this,
                $"Association-{account.Namespace}.{account.Name}",
                new EksPodIdentityAssociationConfig
                {
                    ClusterName = props.Cluster.ClusterName,
                    Namespace = account.Namespace,
                    ServiceAccount = account.Name,
                    RoleArn = RoleArn,
                }
            );
        }
    }

    /// <summary>ARN of the role.</summary>
    public string RoleArn { get; }
}
