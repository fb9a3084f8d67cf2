namespace Mooring.Discovery.Kubernetes;

/// <summary>What a cluster has, as kubectl tells.</summary>
/// <param name="Context">The context that was asked.</param>
/// <param name="Server">URL of its API server.</param>
internal sealed record ContextAnswer(string Context, string Server)
{
    /// <summary>Its TargetGroupBindings.</summary>
    public IReadOnlyList<BoundService> BoundServices { get; init; } = [];

    /// <summary>Version of its AWS Load Balancer Controller; <see langword="null"/> where it has none, or one without a version.</summary>
    public string? ControllerVersion { get; init; }

    /// <summary>The clusters that its Argo CD knows.</summary>
    public IReadOnlyList<ClusterSecret> Registered { get; init; } = [];

    /// <summary>Whether it is the cluster with an API server.</summary>
    public bool IsAt(string? endpoint) => endpoint is not null && Without(endpoint) == Without(Server);

    /// <summary>A URL of an API server, as it is compared.</summary>
    public static string Without(string url) => url.TrimEnd('/').ToLowerInvariant();
}
