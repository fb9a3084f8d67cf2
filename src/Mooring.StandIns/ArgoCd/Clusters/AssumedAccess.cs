using Mooring.StandIns.Controller;
using Mooring.StandIns.Kubernetes;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.ArgoCd.Clusters;

/// <summary>Whether Argo CD reaches a cluster with the role that its Secret names: it must be let in by the role, and the role by the cluster.</summary>
/// <param name="account">The account.</param>
/// <param name="root">Endpoint of the cluster where Argo CD runs.</param>
/// <param name="space">Namespace of Argo CD.</param>
/// <seealso href="https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#eks"/>
internal sealed class AssumedAccess(PretendedAccount account, string root, string space)
{
    private const string Failed = "failed to get server version: getting credentials: exec: executable argocd-k8s-auth failed with exit code 20";

    /// <summary>Why it does not; <see langword="null"/> where it does, or where the Secret names no role.</summary>
    public string? Error(ClusterSecret secret)
    {
        var aws = secret.Config["awsAuthConfig"];
        if (aws?["roleARN"]?.ToString() is not { } arn)
        {
            return null;
        }

        return Own() is not { } own ? $"{Failed}: no role trusts the service account of Argo CD"
            : !MayAssume(own, arn) ? $"{Failed}: {AssumedRole.Refusal(AssumedRole.Session(own.Arn, "argocd"), arn)}"
            : ConnectionError(secret) is { } unreached ? $"failed to get server version: {unreached}"
            : HasEntry($"{aws["clusterName"]}", arn) ? null
            : "the server has asked for the client to provide credentials";
    }

    /// <summary>The role of Argo CD's own service account (IRSA).</summary>
    private RolePolicy? Own()
    {
        if (Roots() is not { } cluster)
        {
            return null;
        }

        var token = new ServiceAccountToken(account, cluster, space, "argocd-application-controller");
        return account.Of("aws_iam_role").Select(role => new RolePolicy(account, role)).FirstOrDefault(token.Opens);
    }

    private string? ConnectionError(ClusterSecret secret)
    {
        try
        {
            _ = new ApiServers(account).At(secret.Server, secret.ServerName, secret.ProxyUrl);
            return null;
        }
        catch (RemoteException exception)
        {
            return exception.Message;
        }
    }

    private ObjectValue? Roots() => account.Of("aws_eks_cluster").FirstOrDefault(each => each.Value["endpoint"].Text == root)?.Value;

    /// <summary>A role of another account must be named on both sides, one of the same in its trust policy.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html"/>
    private bool MayAssume(RolePolicy own, string arn) =>
        RolePolicy.Of(account, arn) is { } role
        && role.LetsIn(own, externalId: null)
        && (PretendedAccount.AccountOf(arn) == PretendedAccount.AccountOf(own.Arn) || own.Allows(new AwsRequest("sts:AssumeRole", arn)));

    private bool HasEntry(string cluster, string arn) =>
        account.Of("aws_eks_access_entry").Any(entry => entry.Value["cluster_name"].Text == cluster && entry.Value["principal_arn"].Text == arn);
}
