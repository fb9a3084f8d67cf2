using Mooring.Fleet;
using Mooring.Stacks;
using Mooring.StandIns.ArgoCd;
using Mooring.StandIns.ArgoCd.Clusters;
using Mooring.StandIns.Remote;
using Mooring.TestKit;

namespace Mooring.Rehearsal.Tests;

/// <summary>Argo CD in the root cluster of a rehearsed fleet, with the directory that Mooring writes and the Secrets that Terraform creates.</summary>
internal sealed class FleetInArgoCd
{
    private readonly PretendedAccount _account;
    private int _seen;

    /// <summary>Installs Argo CD in the deployed fleet's root cluster, with the directory of the fleet.</summary>
    public FleetInArgoCd(PretendedAccount account, FleetSpec fleet)
    {
        _account = account;
        Server = new ArgoCdServer(account, EndpointOf(fleet.ArgoCd!.Cluster));
        Commit(fleet);
        Server.Install(fleet.ArgoCd.GitOps!.RepoUrl, fleet.ArgoCd.GitOps.Path);
        Server.SeeHelmReleases();
    }

    /// <summary>Argo CD.</summary>
    public ArgoCdServer Server { get; }

    /// <summary>What happened since the last time.</summary>
    public IReadOnlyList<string> News
    {
        get
        {
            var news = Server.Events.Since(_seen);
            _seen = Server.Events.Count;
            return news;
        }
    }

    /// <summary>The names of the Applications that are synced.</summary>
    public IEnumerable<string> Synced =>
        Server.Applications.Where(application => application.IsSynced).Select(application => application.Name).Order(StringComparer.Ordinal);

    /// <summary>The resources of a cluster.</summary>
    public ManagedCluster Cluster(string name) => Server.Cluster(EndpointOf(name));

    /// <summary>The port of the Service of a cluster's only binding.</summary>
    public string? Port(string cluster) =>
        Cluster(cluster).Live.Single(live => live.Resource.Kind == "TargetGroupBinding").Resource.Content["spec"]!["serviceRef"]!["port"]?.ToString();

    /// <summary>Commits the directory of a fleet.</summary>
    public void Commit(FleetSpec fleet)
    {
        using var directory = new TemporaryDirectory();
        var files = FleetGitOps.Write(fleet, directory.Path).ToDictionary(file => file, file => File.ReadAllText(Path.Combine(directory.Path, file)));
        Server.Repository(fleet.ArgoCd!.GitOps!.RepoUrl).Commit(fleet.ArgoCd.GitOps.Path, files);
    }

    /// <summary>Lets time pass.</summary>
    public void Wait(int seconds) => Server.Wait(TimeSpan.FromSeconds(seconds));

    private string EndpointOf(string cluster) => _account.Of("aws_eks_cluster").Single(each => each.Value["name"].Text == cluster).Value["endpoint"].Text!;
}
