using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Controller;

/// <summary>
/// IAM roles for service accounts: the token of a service account, which must be of an issuer that IAM knows. A role that trusts it can be assumed with it.
/// </summary>
/// <param name="account">The account.</param>
/// <param name="cluster">The cluster, as EKS has it.</param>
/// <param name="space">Namespace of the service account.</param>
/// <param name="name">Its name.</param>
/// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html"/>
internal sealed class ServiceAccountToken(PretendedAccount account, ObjectValue cluster, string space, string name)
{
    /// <summary>The action that assumes a role with it.</summary>
    public const string Action = "sts:AssumeRoleWithWebIdentity";

    /// <summary>Whether a role can be assumed with it.</summary>
    public bool Opens(RolePolicy role)
    {
        var issuer = HostOf(cluster.At("identity", "oidc", "issuer").Text!);
        var request = new AwsRequest(Action)
        {
            Context = new Dictionary<string, string> { [$"{issuer}:aud"] = "sts.amazonaws.com", [$"{issuer}:sub"] = $"system:serviceaccount:{space}:{name}" },
        };
        return account.Of("aws_iam_openid_connect_provider").FirstOrDefault(each => each.Value["url"].Text is { } url && HostOf(url) == issuer) is { } provider
            && role.Trusts("Federated", provider.Value["arn"].Text!, request);
    }

    private static string HostOf(string url) => url.Replace("https://", string.Empty, StringComparison.Ordinal);
}
