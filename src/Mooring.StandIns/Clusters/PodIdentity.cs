namespace Mooring.StandIns.Clusters;

/// <summary>
/// How the pods of a controller get their role. EKS writes it into a pod when it starts, from an association with its service account where there is one,
/// else from the annotation; a running pod keeps it.
/// </summary>
/// <param name="IsAssociated">Whether the Pod Identity agent gives them credentials.</param>
/// <param name="RoleArn">The role that they assume with a token of their service account; <see langword="null"/> for none.</param>
/// <seealso href="https://github.com/aws/amazon-eks-pod-identity-webhook/blob/master/pkg/handler/handler.go"/>
internal sealed record PodIdentity(bool IsAssociated, string? RoleArn)
{
    /// <summary>The role whose credentials the pods have. They are good for an hour and more, whatever becomes of the trust policy.</summary>
    /// <value>Defaults to none: they ask for some at their first call.</value>
    /// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html"/>
    public string? Session { get; init; }
}
