using Mooring.Fleet;
using Mooring.StandIns.ArgoCd;
using Mooring.StandIns.ArgoCd.Clusters;
using Mooring.StandIns.Remote;

namespace Mooring.Rehearsal.Tests;

/// <summary>Argo CD as a rehearsal runs it, with what tests ask it.</summary>
/// <param name="account">The account, in which the fleet is deployed.</param>
/// <param name="fleet">The fleet.</param>
internal sealed class FleetInArgoCd(PretendedAccount account, FleetSpec fleet)
{
    private readonly RehearsedArgoCd _argoCd = new(account, fleet);
    private int _seen;

    /// <summary>Argo CD.</summary>
    public ArgoCdServer Server => _argoCd.Server;

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
    public ManagedCluster Cluster(string name) =>
        Server.Cluster(account.Of("aws_eks_cluster").Single(each => each.Value["name"].Text == name).Value["endpoint"].Text!);

    /// <summary>The port of the Service of a cluster's only binding.</summary>
    public string? Port(string cluster) =>
        Cluster(cluster).Live.Single(live => live.Resource.Kind == "TargetGroupBinding").Resource.Content["spec"]!["serviceRef"]!["port"]?.ToString();

    /// <summary>Commits the directory of a fleet.</summary>
    public void Commit(FleetSpec fleet) => _argoCd.Commit(fleet);

    /// <summary>Lets time pass.</summary>
    public void Wait(int seconds) => Server.Wait(TimeSpan.FromSeconds(seconds));
}
