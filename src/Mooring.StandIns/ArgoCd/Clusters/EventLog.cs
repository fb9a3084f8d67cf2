namespace Mooring.StandIns.ArgoCd.Clusters;

/// <summary>What happened in Argo CD and its clusters, in order, one sentence each.</summary>
internal sealed class EventLog
{
    private readonly List<string> _events = [];

    /// <summary>The events so far.</summary>
    public IReadOnlyList<string> All => [.. _events];

    /// <summary>Number of events so far.</summary>
    public int Count => _events.Count;

    /// <summary>The events after a number of them.</summary>
    public IReadOnlyList<string> Since(int count) => [.. _events.Skip(count)];

    /// <summary>Called with each event.</summary>
    /// <value>Defaults to nothing.</value>
    public Action<string>? OnEvent { get; set; }

    /// <summary>Adds an event.</summary>
    public void Add(string happened)
    {
        _events.Add(happened);
        OnEvent?.Invoke(happened);
    }
}
