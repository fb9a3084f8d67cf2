namespace Mooring.StandIns.Remote;

/// <summary>Every call in the order in which it was made.</summary>
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

    /// <summary>How many calls there were so far.</summary>
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

    /// <summary>The calls after the first so many.</summary>
    public IReadOnlyList<ProviderCall> Since(int count) => [.. Calls.Skip(count)];

    internal void Add(ProviderCall call)
    {
        lock (_lock)
        {
            _calls.Add(call);
        }
    }
}
