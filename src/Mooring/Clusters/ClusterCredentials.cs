namespace Mooring.Clusters;

/// <summary>
/// How the kubernetes and helm providers get a token for a cluster: from the AWS CLI, when they need one, so that it
/// is never in the state and never too old.
/// </summary>
/// <seealso href="https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins"/>
internal static class ClusterCredentials
{
    /// <summary>Version of Kubernetes' API for credential plug-ins.</summary>
    public const string ApiVersion = "client.authentication.k8s.io/v1beta1";

    /// <summary>The program that is run.</summary>
    public const string Command = "aws";

    /// <summary>The arguments of the program.</summary>
    /// <param name="clusterName">Name of the cluster.</param>
    /// <param name="region">Its region.</param>
    /// <param name="roleArn">ARN of the role that the program assumes first, as in the cluster's account; <see langword="null"/> for none.</param>
    /// <seealso href="https://docs.aws.amazon.com/cli/latest/reference/eks/get-token.html"/>
    public static string[] Args(string clusterName, string region, string? roleArn) =>
        ["eks", "get-token", "--cluster-name", clusterName, "--region", region, .. roleArn is null ? Array.Empty<string>() : ["--role-arn", roleArn]];
}
