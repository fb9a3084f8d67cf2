using Mooring.StandIns.ArgoCd.Clusters;
using Mooring.StandIns.ArgoCd.Manifests;
using Mooring.StandIns.ArgoCd.Sources;
using Mooring.StandIns.Remote;

namespace Mooring.StandIns.ArgoCd;

/// <summary>What there is in Argo CD, which its controllers share.</summary>
/// <param name="account">The account whose root cluster has the Secrets.</param>
/// <param name="root">Endpoint of the root cluster.</param>
/// <param name="space">Namespace of Argo CD.</param>
internal sealed class ArgoCdState(PretendedAccount account, string root, string space)
{
    private readonly Dictionary<string, ManagedCluster> _clusters = [];

    /// <summary>The server of the cluster that Argo CD runs in.</summary>
    private const string InCluster = "https://kubernetes.default.svc";

    /// <summary>Whether the controllers that it installs register targets in the account.</summary>
    public bool WithControllers { get; set; }

    /// <summary>The time.</summary>
    public Clock Clock { get; } = new();

    /// <summary>What happened.</summary>
    public EventLog Events { get; } = new();

    /// <summary>The Git repositories and charts.</summary>
    public RepositoryServer Repositories { get; } = new();

    /// <summary>The projects by name.</summary>
    public Dictionary<string, AppProject> Projects { get; } = new() { [AppProject.Default.Name] = AppProject.Default };

    /// <summary>The ApplicationSets by name.</summary>
    public SortedDictionary<string, ApplicationSet> ApplicationSets { get; } = new(StringComparer.Ordinal);

    /// <summary>The error of each ApplicationSet.</summary>
    public Dictionary<string, string> Errors { get; } = [];

    /// <summary>The Applications.</summary>
    public List<Application> Applications { get; } = [];

    /// <summary>The Secrets of clusters.</summary>
    public IReadOnlyList<ClusterSecret> Secrets => ClusterSecret.In(account, root, space);

    /// <summary>The cluster of a server.</summary>
    public ManagedCluster Cluster(string server)
    {
        var endpoint = EndpointOf(server);
        if (!_clusters.TryGetValue(endpoint, out var cluster))
        {
            var name = Secrets.FirstOrDefault(secret => secret.Server == server)?.Name ?? server;
            _clusters.Add(endpoint, cluster = new ManagedCluster(name, Clock, Events));
            if (WithControllers)
            {
                cluster.Controller = new ControlledBindings(account, server == InCluster ? root : endpoint, cluster);
            }
        }

        return cluster;
    }

    /// <summary>The endpoint of the cluster of a server, which another host or a proxy may lead to.</summary>
    public string EndpointOf(string server) => Secrets.FirstOrDefault(secret => secret.Server == server)?.Endpoint ?? server;

    /// <summary>Why Argo CD does not reach a cluster; <see langword="null"/> where it does.</summary>
    public string? AccessError(string server) =>
        WithControllers && Secrets.FirstOrDefault(secret => secret.Server == server) is { } secret
            ? new AssumedAccess(account, root, space).Error(secret)
            : null;

    /// <summary>All clusters that were used.</summary>
    public IEnumerable<ManagedCluster> Clusters => _clusters.Values;
}
