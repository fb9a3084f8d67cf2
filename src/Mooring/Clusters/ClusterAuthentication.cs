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
    /// With a token that Terraform reads when it plans, and again when it applies: for runs without the AWS CLI, such as those of HCP Terraform. The
    /// token is in neither the state nor the plan, and expires about 15 minutes after it was read. It needs Terraform 1.10 or later.
    /// </summary>
    /// <seealso href="https://registry.terraform.io/providers/hashicorp/aws/latest/docs/ephemeral-resources/eks_cluster_auth"/>
    [JsonStringEnumMemberName("token")]
    Token,
}
