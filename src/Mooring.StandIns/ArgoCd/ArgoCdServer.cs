using System.Text.Json.Nodes;
using Mooring.StandIns.ArgoCd.Clusters;
using Mooring.StandIns.ArgoCd.Manifests;
using Mooring.StandIns.ArgoCd.Sources;
using Mooring.StandIns.Remote;

namespace Mooring.StandIns.ArgoCd;

/// <summary>
/// Argo CD 3.4 in a root cluster: it reads the Secrets that Terraform wrote there, and the directories that are committed to Git. Time passes only in
/// <see cref="Wait"/>.
/// </summary>
internal sealed class ArgoCdServer
{
    private const int MostRounds = 50;

    private static readonly TimeSpan s_step = TimeSpan.FromSeconds(5);

    private readonly PretendedAccount _account;
    private readonly ArgoCdState _state;
    private readonly ApplicationSetController _sets;
    private readonly ApplicationController _applications;
    private readonly Syncing _syncing;
    private readonly List<(string Repository, string Path)> _directories = [];

    /// <summary>Installs Argo CD.</summary>
    /// <param name="account">The account whose root cluster has the Secrets.</param>
    /// <param name="root">Endpoint of the root cluster.</param>
    /// <param name="space">Namespace of Argo CD.</param>
    public ArgoCdServer(PretendedAccount account, string root, string space = "argocd")
    {
        _account = account;
        _state = new ArgoCdState(account, root, space);
        _sets = new ApplicationSetController(_state);
        _syncing = new Syncing(_state);
        _applications = new ApplicationController(_state, _syncing);
    }

    /// <summary>Whether the controllers that it installs register targets in the account.</summary>
    /// <value>Defaults to <see langword="false"/>: their webhooks answer, and they do nothing else.</value>
    public bool WithControllers
    {
        get => _state.WithControllers;
        init => _state.WithControllers = value;
    }

    /// <summary>What happened.</summary>
    public EventLog Events => _state.Events;

    /// <summary>The Applications.</summary>
    public IReadOnlyList<Application> Applications => [.. _state.Applications];

    /// <summary>The projects by name; <c>default</c> exists.</summary>
    public IDictionary<string, AppProject> Projects => _state.Projects;

    /// <summary>The error of each ApplicationSet; empty where it has none.</summary>
    public IReadOnlyDictionary<string, string> Errors => _state.Errors;

    /// <summary><c>controller.sync.timeout.seconds</c> of the ConfigMap <c>argocd-cmd-params-cm</c>.</summary>
    /// <value>Defaults to none.</value>
    public TimeSpan? SyncTimeout
    {
        get => _syncing.Timeout;
        set => _syncing.Timeout = value;
    }

    /// <summary>An Application by its name.</summary>
    public Application Application(string name) => _state.Applications.Single(each => each.Name == name);

    /// <summary>The cluster of a server.</summary>
    public ManagedCluster Cluster(string server) => _state.Cluster(server);

    /// <summary>A Git repository, to commit to.</summary>
    public GitRepository Repository(string url) => _state.Repositories.Repository(url);

    /// <summary>
    /// Installs what the <c>kustomization.yaml</c> of a directory names, and keeps it that way, as an Application with <c>selfHeal</c> of its own does.
    /// </summary>
    public void Install(string repository, string path) => _directories.Add((repository, path));

    /// <summary>Lets all controllers work until nothing happens any more. No time passes.</summary>
    /// <exception cref="InvalidOperationException">It does not end: something is created and deleted in turn.</exception>
    public void Settle()
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var before = Events.Count;
            Reconcile();
            if (Events.Count == before)
            {
                return;
            }
        }

        throw new InvalidOperationException($"Argo CD does not come to rest: {string.Join("; ", Events.All.TakeLast(4))}");
    }

    /// <summary>Lets all controllers work once.</summary>
    public void Reconcile()
    {
        foreach (var (repository, path) in _directories)
        {
            Apply(Repository(repository).Files(path));
        }

        foreach (var set in _state.ApplicationSets.Values)
        {
            _sets.Reconcile(set);
        }

        foreach (var cluster in _state.Clusters)
        {
            cluster.Tick();
        }

        foreach (var application in Applications.OrderBy(each => each.Name, StringComparer.Ordinal))
        {
            _applications.Reconcile(application);
        }
    }

    /// <summary>Lets time pass.</summary>
    public void Wait(TimeSpan time)
    {
        Settle();
        for (var waited = TimeSpan.Zero; waited < time; waited += s_step)
        {
            _state.Clock.Advance(s_step);
            Settle();
        }
    }

    /// <summary>Adds to the clusters what the Helm releases in the account have installed there.</summary>
    public void SeeHelmReleases()
    {
        foreach (var server in _state.Secrets.Select(secret => secret.Server))
        {
            Cluster(server).AddExisting(HelmReleases.ResourcesIn(_account, _state.EndpointOf(server)));
        }
    }

    /// <summary>Syncs an Application for a user: <c>argocd app sync</c>.</summary>
    public void Sync(string application) => _applications.Sync(Application(application));

    /// <summary>Ends the sync of an Application and its retries: <c>argocd app terminate-op</c>.</summary>
    public void Terminate(string application) => _syncing.Terminate(Application(application));

    /// <summary>Renders all sources again: <c>argocd app get --hard-refresh</c>.</summary>
    public void HardRefresh() => _state.Repositories.HardRefresh();

    /// <summary>Refreshes the cache of the cluster of a Secret, for which Argo CD writes the Secret.</summary>
    public void RefreshCluster(string secret) => ClusterSecretWriter.Refresh(_account, _state.Secrets.Single(each => each.SecretName == secret));

    private void Apply(IReadOnlyDictionary<string, string> files)
    {
        var resources = Yaml.Object(files["kustomization.yaml"]).ListAt("resources").Select(each => $"{each}");
        foreach (var manifest in resources.SelectMany(file => Yaml.Documents(files[file])).OfType<JsonObject>())
        {
            Apply(manifest);
        }
    }

    private void Apply(JsonObject manifest)
    {
        switch (manifest.TextAt("kind"))
        {
            case "AppProject":
                var project = AppProject.Of(manifest);
                _state.Projects[project.Name] = project;
                break;
            case "ApplicationSet":
                var set = new ApplicationSet(manifest);
                var existing = _state.ApplicationSets.GetValueOrDefault(set.Name);
                if (existing?.Manifest != set.Manifest)
                {
                    _state.ApplicationSets[set.Name] = set;
                    Events.Add($"{set.Name}: {(existing is null ? "created" : "changed")}");
                }

                break;
            case var kind:
                throw new NotSupportedException($"the stand-in of Argo CD does not know kind '{kind}': add it to src/Mooring.StandIns/ArgoCd");
        }
    }
}
