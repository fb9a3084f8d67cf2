using System.Globalization;

namespace Mooring.Fleet;

/// <summary>
/// Where the hosts of a rule are that has more of them than AWS takes: in parts of it, each a rule of the listener. A host that changed its part would
/// meet neither of the two while Terraform changes them.
/// </summary>
internal sealed record RulePlaces
{
    /// <summary>The number of the part that has the rule's own name and priority.</summary>
    public const int First = 1;

    /// <summary>How many hosts are remembered that were removed.</summary>
    private const int MostRemoved = 20;

    /// <summary>The priority of each part, by its number.</summary>
    public IReadOnlyDictionary<string, int> Priorities { get; init; } = new Dictionary<string, int>();

    /// <summary>The number of the part of each host.</summary>
    public IReadOnlyDictionary<string, int> Hosts { get; init; } = new Dictionary<string, int>();

    /// <summary>
    /// The number of the part of each host that was removed, the last one at the end. It may still be there where the change was not applied yet, so that a
    /// host that comes back is not placed before it.
    /// </summary>
    public IReadOnlyDictionary<string, int> Removed { get; init; } = new Dictionary<string, int>();

    /// <summary>The numbers of the parts that have hosts, in order.</summary>
    public IEnumerable<int> Numbers => Hosts.Values.Distinct().Order();

    /// <summary>Whether there is or was a part but the first.</summary>
    public bool AreSplit => Priorities.Keys.Any(part => part != Key(First)) || Hosts.Values.Concat(Removed.Values).Any(part => part != First);

    /// <summary>The key of a part.</summary>
    public static string Key(int part) => part.ToString(CultureInfo.InvariantCulture);

    /// <summary>The priority of a part; <see langword="null"/> where it has none.</summary>
    public int? PriorityOf(int part) => Priorities.TryGetValue(Key(part), out var priority) ? priority : null;

    /// <summary>The hosts that were removed before or by a change.</summary>
    /// <param name="hosts">The hosts that there are.</param>
    public IReadOnlyDictionary<string, int> RemovedBeside(IReadOnlySet<string> hosts) =>
        new OrderedDictionary<string, int>(
            Removed.Concat(Hosts).Where(pair => !hosts.Contains(pair.Key)).Reverse().DistinctBy(pair => pair.Key).Take(MostRemoved).Reverse()
        );
}
