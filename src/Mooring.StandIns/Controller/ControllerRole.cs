using Mooring.StandIns.Clusters;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Controller;

/// <summary>The role that the pods of a controller get from EKS: of its service account's annotation, or of an association with its service account.</summary>
/// <param name="account">The account.</param>
/// <param name="cluster">The cluster, as EKS has it.</param>
/// <param name="state">The cluster, with its controller.</param>
internal sealed class ControllerRole(PretendedAccount account, ObjectValue cluster, ClusterState state)
{
    private const string Agent = "eks-pod-identity-agent";

    private readonly ControllerSettings _controller = state.Controller!;

    /// <summary>The association of a controller's service account; <see langword="null"/> where it has none.</summary>
    public static RemoteObject? AssociationOf(PretendedAccount account, string cluster, ControllerSettings controller) =>
        account
            .Of("aws_eks_pod_identity_association")
            .FirstOrDefault(each =>
                each.Value["cluster_name"].Text == cluster
                && each.Value["namespace"].Text == controller.Namespace
                && each.Value["service_account"].Text == controller.ServiceAccount
            );

    /// <summary>The role whose credentials the pods have. Those that they have got once are good while the role exists.</summary>
    /// <exception cref="RemoteException">The controller gets no credentials.</exception>
    public RolePolicy Of()
    {
        if (RolePolicy.Of(account, state.Pods.Session) is { } role)
        {
            return role;
        }

        var renewed = Renewed();
        state.Pods = state.Pods with { Session = renewed.Arn };
        return renewed;
    }

    /// <summary>The role that the pods get when they ask for credentials now.</summary>
    /// <exception cref="RemoteException">The controller gets no credentials.</exception>
    public RolePolicy Renewed() =>
        state.Pods.IsAssociated ? OfAssociation()
        : state.Pods.RoleArn is { } arn ? OfAnnotation(arn)
        // Pods do not reach the instance metadata service, where the nodes' role is.
        : throw NoCredentials("no EC2 IMDS role found, operation error ec2imds: GetMetadata, canceled, context deadline exceeded");

    /// <summary>IAM roles for service accounts: the token of the service account must be of an issuer that IAM knows and the role trusts.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html"/>
    private RolePolicy OfAnnotation(string arn) =>
        RolePolicy.Of(account, arn) is { } role && new ServiceAccountToken(account, cluster, _controller.Namespace, _controller.ServiceAccount).Opens(role)
            ? role
            : throw NoCredentials(
                $"operation error STS: AssumeRoleWithWebIdentity, api error AccessDenied: Not authorized to perform {ServiceAccountToken.Action}"
            );

    /// <summary>EKS Pod Identity, whose agent runs on each node.</summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html"/>
    private RolePolicy OfAssociation()
    {
        if (!HasAgent())
        {
            throw NoCredentials(
                "failed to load credentials, Get \"http://169.254.170.23/v1/credentials\": dial tcp 169.254.170.23:80: connect: connection refused"
            );
        }

        var request = new AwsRequest("sts:AssumeRole")
        {
            Context = new Dictionary<string, string>
            {
                ["aws:RequestTag/kubernetes-namespace"] = _controller.Namespace,
                ["aws:RequestTag/kubernetes-service-account"] = _controller.ServiceAccount,
                ["aws:RequestTag/eks-cluster-name"] = cluster["name"].Text!,
                ["aws:RequestTag/eks-cluster-arn"] = cluster["arn"].Text!,
                ["aws:SourceArn"] = cluster["arn"].Text!,
                ["aws:SourceAccount"] = PretendedAccount.AccountOf(cluster["arn"].Text!),
            },
        };
        return
            AssociationOf(account, cluster["name"].Text!, _controller) is { } association
            && RolePolicy.Of(account, association.Value["role_arn"].Text) is { } role
            && role.Trusts("Service", "pods.eks.amazonaws.com", request)
            && role.Trusts("Service", "pods.eks.amazonaws.com", request with { Action = "sts:TagSession" })
            ? role
            : throw NoCredentials("operation error EKS Auth: AssumeRoleForPodIdentity, api error AccessDeniedException: Unauthorized Exception!");
    }

    /// <summary>EKS Auto Mode has the agent built in.</summary>
    private bool HasAgent() =>
        AutoModeBindings.HasAutoMode(cluster)
        || account.Of("aws_eks_addon").Any(addOn => addOn.Value["cluster_name"] == cluster["name"] && addOn.Value["addon_name"].Text == Agent);

    private static RemoteException NoCredentials(string reason) => new($"get identity: get credentials: failed to refresh cached credentials, {reason}");
}
