using Mooring.StandIns.Clusters;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Controller;

/// <summary>The role that a controller gets from EKS: of its service account's annotation, or of an association with its service account.</summary>
internal static class ControllerRole
{
    /// <summary>The role.</summary>
    /// <exception cref="RemoteException">The controller gets no credentials.</exception>
    public static RolePolicy Of(PretendedAccount account, ObjectValue cluster, ControllerSettings controller) =>
        controller.RoleArn is { } arn ? OfAnnotation(account, cluster, controller, arn) : OfAssociation(account, cluster, controller);

    /// <summary>IAM roles for service accounts: the token of the service account must be of an issuer that IAM knows and the role trusts.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html"/>
    private static RolePolicy OfAnnotation(PretendedAccount account, ObjectValue cluster, ControllerSettings controller, string arn)
    {
        var issuer = cluster.At("identity", "oidc", "issuer").Text!.Replace("https://", string.Empty, StringComparison.Ordinal);
        var provider = account
            .Of("aws_iam_openid_connect_provider")
            .FirstOrDefault(each => each.Value["url"].Text?.Replace("https://", string.Empty, StringComparison.Ordinal) == issuer);
        var request = new AwsRequest("sts:AssumeRoleWithWebIdentity")
        {
            Context = new Dictionary<string, string>
            {
                [$"{issuer}:aud"] = "sts.amazonaws.com",
                [$"{issuer}:sub"] = $"system:serviceaccount:{controller.Namespace}:{controller.ServiceAccount}",
            },
        };
        return RolePolicy.Of(account, arn) is { } role && provider is not null && role.Trusts("Federated", provider.Value["arn"].Text!, request)
            ? role
            : throw NoCredentials("operation error STS: AssumeRoleWithWebIdentity, api error AccessDenied: Not authorized to perform " + request.Action);
    }

    /// <summary>EKS Pod Identity.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html"/>
    private static RolePolicy OfAssociation(PretendedAccount account, ObjectValue cluster, ControllerSettings controller)
    {
        var association = account
            .Of("aws_eks_pod_identity_association")
            .FirstOrDefault(each =>
                each.Value["cluster_name"] == cluster["name"]
                && each.Value["namespace"].Text == controller.Namespace
                && each.Value["service_account"].Text == controller.ServiceAccount
            );
        // Pods do not reach the instance metadata service, where the nodes' role is.
        if (association is null)
        {
            throw NoCredentials("no EC2 IMDS role found, operation error ec2imds: GetMetadata, canceled, context deadline exceeded");
        }

        var request = new AwsRequest("sts:AssumeRole")
        {
            Context = new Dictionary<string, string>
            {
                ["aws:RequestTag/kubernetes-namespace"] = controller.Namespace,
                ["aws:RequestTag/kubernetes-service-account"] = controller.ServiceAccount,
                ["aws:RequestTag/eks-cluster-name"] = cluster["name"].Text!,
                ["aws:RequestTag/eks-cluster-arn"] = cluster["arn"].Text!,
                ["aws:SourceArn"] = cluster["arn"].Text!,
                ["aws:SourceAccount"] = account.AccountId,
            },
        };
        return
            RolePolicy.Of(account, association.Value["role_arn"].Text) is { } role
            && role.Trusts("Service", "pods.eks.amazonaws.com", request)
            && role.Trusts("Service", "pods.eks.amazonaws.com", request with { Action = "sts:TagSession" })
            ? role
            : throw NoCredentials("operation error EKS Auth: AssumeRoleForPodIdentity, api error AccessDeniedException: Unauthorized Exception!");
    }

    private static RemoteException NoCredentials(string reason) => new($"get identity: get credentials: failed to refresh cached credentials, {reason}");
}
