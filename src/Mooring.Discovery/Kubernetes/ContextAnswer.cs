using Mooring.Discovery.Answers;

namespace Mooring.Discovery.Kubernetes;

/// <summary>What a cluster has, as kubectl tells.</summary>
/// <param name="Context">The context that was asked.</param>
/// <param name="Server">URL of its API server.</param>
internal sealed record ContextAnswer(string Context, string Server)
{
    private const string OwnServer = "https://kubernetes.default.svc";

    /// <summary>Its TargetGroupBindings.</summary>
    public IReadOnlyList<BoundService> BoundServices { get; init; } = [];

    /// <summary>Version of its AWS Load Balancer Controller; <see langword="null"/> where it has none, or its image does not tell.</summary>
    public string? ControllerVersion { get; init; }

    /// <summary>Whether it has a Deployment of the AWS Load Balancer Controller; <see langword="null"/> where that could not be read.</summary>
    public bool? HasController { get; init; }

    /// <summary>The clusters that its Argo CD knows.</summary>
    public IReadOnlyList<ClusterSecret> Registered { get; init; } = [];

    /// <summary>Whether it is the cluster with an API server.</summary>
    public bool IsAt(string? endpoint) => endpoint is not null && Without(endpoint) == Without(Server);

    /// <summary>Whether it is a cluster, or has Argo CD's Secret of it.</summary>
    public bool Tells(ClusterAnswer cluster) => IsAt(cluster.Endpoint) || Registered.Any(secret => Knows(secret, cluster));

    /// <summary>
    /// Whether one of its Secrets is of a cluster: by the API server, by the ARN, as the EKS capability for Argo CD has it, or because Argo CD runs in it.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/eks/latest/userguide/argocd-register-clusters.html"/>
    public bool Knows(ClusterSecret secret, ClusterAnswer cluster) =>
        Without(secret.Server) == OwnServer
            ? IsAt(cluster.Endpoint)
            : secret.Server == cluster.Arn || (cluster.Endpoint is { } endpoint && Without(endpoint) == Without(secret.Server));

    /// <summary>A URL of an API server, as it is compared.</summary>
    public static string Without(string url) => url.TrimEnd('/').ToLowerInvariant();
}
