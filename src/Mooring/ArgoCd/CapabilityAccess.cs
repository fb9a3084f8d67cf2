using Constructs;
using Mooring.Errors;

namespace Mooring.ArgoCd;

/// <summary>
/// Defines the access of the EKS Capability for Argo CD to a cluster: the access entry of the capability's role and its access policy. No role is
/// assumed.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/argocd-register-clusters.html"/>
public class CapabilityAccess : Construct
{
    /// <summary>Defines an access.</summary>
    /// <exception cref="ConstructException">The cluster's name or the access policy's is outside EKS's limits.</exception>
    public CapabilityAccess(Construct scope, string id, CapabilityAccessProps props)
        : base(scope, id)
    {
        ClusterAccess.Grant(this, props.Cluster.ClusterName, props.CapabilityRoleArn, props.AccessPolicy, props.CreateAccessEntry, props.Capability?.Resource);
    }
}
