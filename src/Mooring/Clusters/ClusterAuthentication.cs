using System.Text.Json.Serialization;

namespace Mooring.Clusters;

/// <summary>How the kubernetes and helm providers show a cluster who they are.</summary>
public enum ClusterAuthentication
{
    /// <summary>
    /// With a token that the AWS CLI makes when they need one: it is never in the state and never too old. The CLI must be where Terraform runs.
    /// </summary>
    /// <seealso href="https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins"/>
    [JsonStringEnumMemberName("exec")]
    Exec,

    /// <summary>
    /// With a token that Terraform reads when it plans: for runs without the AWS CLI, such as those of HCP Terraform. The token is in the state and
    /// expires after about 15 minutes: an apply that waits longer for its approval needs a new plan.
    /// </summary>
    /// <seealso href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/eks_cluster_auth"/>
    [JsonStringEnumMemberName("token")]
    Token,
}
