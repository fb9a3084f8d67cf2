using Constructs;
using Mooring.Clusters;
using Mooring.Errors;
using Mooring.Iam;
using Mooring.Identity;
using Mooring.Limits;

namespace Mooring.Karpenter;

/// <summary>
/// Defines the role of Karpenter's controller: its service account <c>karpenter</c> assumes it, and it may do what Karpenter's CloudFormation template
/// allows. Karpenter itself is not installed.
/// </summary>
/// <seealso href="https://karpenter.sh/docs/reference/cloudformation/"/>
public class KarpenterController : Construct
{
    /// <summary>Name of the service account that Karpenter's chart creates.</summary>
    public const string ServiceAccountName = "karpenter";

    /// <summary>Defines the role.</summary>
    /// <exception cref="ConstructException">The identity lacks its OIDC provider, or a name or setting is outside AWS's limits.</exception>
    public KarpenterController(Construct scope, string id, KarpenterControllerProps props)
        : base(scope, id)
    {
        Property.Require(this, nameof(props.Namespace), KubernetesLimits.DnsLabel(props.Namespace));
        Property.Require(this, nameof(props.EksClusterName), EksLimits.ClusterName(props.EksClusterName));
        Property.Require(this, nameof(props.Region), AwsLimits.Region(props.Region));
        var account = AwsAccount.Of(this);
        var policy = KarpenterPolicies.Controller(props, account.Partition, account.AccountId);
        RoleArn = props.Identity == WorkloadIdentity.PodIdentity ? WithPodIdentity(props, policy) : WithServiceAccount(props, policy);
    }

    /// <summary>ARN of the role.</summary>
    public string RoleArn { get; }

    private string WithPodIdentity(KarpenterControllerProps props, string policy) =>
        new PodIdentityRole(
            this,
            "Default",
            new PodIdentityRoleProps
            {
                RoleName = props.RoleName,
                Cluster = props.Cluster,
                ServiceAccounts = [new ServiceAccount(props.Namespace, ServiceAccountName)],
                PolicyJson = policy,
                Settings = props.RoleSettings,
            }
        ).RoleArn;

    private string WithServiceAccount(KarpenterControllerProps props, string policy)
    {
        Property.Require(this, nameof(props.OidcProvider), props.OidcProvider is null ? $"is required for identity '{props.Identity.Word()}'" : null);
        return new ServiceAccountRole(
            this,
            "Default",
            new ServiceAccountRoleProps
            {
                RoleName = props.RoleName,
                OidcProvider = props.OidcProvider!,
                ServiceAccounts = [new ServiceAccount(props.Namespace, ServiceAccountName)],
                PolicyJson = policy,
                Settings = props.RoleSettings,
            }
        ).RoleArn;
    }
}
