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
        RoleArn = new WorkloadRole
        {
            RoleName = props.RoleName,
            Identity = props.Identity,
            Cluster = props.Cluster,
            OidcProvider = props.OidcProvider,
            ServiceAccount = new ServiceAccount(props.Namespace, ServiceAccountName),
            PolicyJson = policy,
            Settings = props.RoleSettings,
        }.DefineIn(this);
    }

    /// <summary>ARN of the role.</summary>
    public string RoleArn { get; }
}
