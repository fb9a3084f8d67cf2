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
    public static string[] Args(string clusterName, string region) => ["eks", "get-token", "--cluster-name", clusterName, "--region", region];
}
