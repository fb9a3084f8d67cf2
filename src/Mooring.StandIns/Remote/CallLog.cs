namespace Mooring.StandIns.Remote;

/// <summary>All calls, in order.</summary>
public sealed class CallLog
{
    private readonly Lock _lock = new();
    private readonly List<ProviderCall> _calls = [];

    /// <summary>The calls so far.</summary>
    public IReadOnlyList<ProviderCall> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Number of calls so far.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _calls.Count;
            }
        }
    }

    /// <summary>The calls after a number of calls.</summary>
    public IReadOnlyList<ProviderCall> Since(int count) => [.. Calls.Skip(count)];

    internal void Add(ProviderCall call)
    {
        lock (_lock)
        {
            _calls.Add(call);
        }
    }
}
