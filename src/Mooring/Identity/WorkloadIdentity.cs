using System.Text.Json.Serialization;

namespace Mooring.Identity;

/// <summary>How a service account gets its role.</summary>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/service-accounts.html"/>
public enum WorkloadIdentity
{
    /// <summary>
    /// IAM roles for service accounts: the cluster's OIDC provider vouches for the account, which names its role in an annotation.
    /// </summary>
    [JsonStringEnumMemberName("irsa")]
    Irsa,

    /// <summary>
    /// EKS Pod Identity: EKS associates the account with its role. The cluster needs the add-on <c>eks-pod-identity-agent</c>, and the
    /// account no annotation.
    /// </summary>
    [JsonStringEnumMemberName("podIdentity")]
    PodIdentity,
}
