using Mooring.Fleet;
using Mooring.Rehearsal.Traffic;
using Mooring.StandIns.Remote;

namespace Mooring.Rehearsal.Steps;

/// <summary>Argo CD beside the steps: it starts with the first fleet that has it, and follows the directory in Git and the Secrets.</summary>
/// <param name="account">The account.</param>
internal sealed class StepGitOps(PretendedAccount account)
{
    private RehearsedArgoCd? _argoCd;
    private IReadOnlyDictionary<string, string> _files = new Dictionary<string, string>();
    private TrafficWatch? _watch;

    /// <summary>Lets traffic be looked at after everything that Argo CD does.</summary>
    public void Watch(TrafficWatch watch)
    {
        _watch = watch;
        Follow();
    }

    /// <summary>Merges the directory of a fleet where it is another one than before.</summary>
    /// <returns>Whether it is.</returns>
    public bool Merge(FleetSpec fleet)
    {
        var files = RehearsedArgoCd.FilesOf(fleet);
        var isChanged = files.Count > 0 && !(files.Count == _files.Count && files.All(file => _files.GetValueOrDefault(file.Key) == file.Value));
        if (_argoCd is null)
        {
            _argoCd = RehearsedArgoCd.Start(account, fleet);
            Follow();
        }
        else if (isChanged)
        {
            _argoCd.Commit(fleet, files);
        }

        _files = files.Count > 0 ? files : _files;
        Settle();
        return isChanged;
    }

    /// <summary>Lets Argo CD do what there is to do.</summary>
    public void Settle() => _argoCd?.Settle();

    private void Follow()
    {
        if (_argoCd is not null && _watch is { } watch)
        {
            _argoCd.Server.Events.OnEvent = happened => watch.Saw($"Argo CD: {happened}");
        }
    }
}
