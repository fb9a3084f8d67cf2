namespace Mooring.Discovery.Answers;

/// <summary>What a discovery tells besides the fleet, for the file and the user.</summary>
internal sealed class Notes
{
    private readonly Lock _lock = new();
    private readonly SortedSet<string> _unread = new(StringComparer.Ordinal);
    private readonly HashSet<string> _owners = new(StringComparer.Ordinal);
    private readonly List<string> _elsewhere = [];
    private readonly List<string> _unsayable = [];

    /// <summary>What could not be read, in a line each.</summary>
    public IReadOnlyList<string> Unread
    {
        get
        {
            lock (_lock)
            {
                return [.. _unread];
            }
        }
    }

    /// <summary>What is there and the fleet file does not say, in a line each.</summary>
    public IReadOnlyList<string> Unsayable => [.. _elsewhere, .. _unsayable];

    /// <summary>Notes that something could not be read.</summary>
    /// <param name="owner">What it belongs to.</param>
    /// <param name="text">What could not be read, and why.</param>
    public void AddUnread(string owner, string text)
    {
        lock (_lock)
        {
            _owners.Add(owner);
            _unread.Add($"{owner}: {text}");
        }
    }

    /// <summary>Notes what is not in the file because it is elsewhere.</summary>
    public void AddElsewhere(string text) => _elsewhere.Add(text);

    /// <summary>Whether something of an owner could not be read.</summary>
    public bool IsUnread(string owner)
    {
        lock (_lock)
        {
            return _owners.Contains(owner);
        }
    }

    /// <summary>Notes that something is there and the fleet file does not say it.</summary>
    public void AddUnsayable(string text) => _unsayable.Add(text);

    /// <summary>Forgets what the fleet file does not say, because it is declared again.</summary>
    public void ClearUnsayable() => _unsayable.Clear();
}
