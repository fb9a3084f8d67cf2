using Mooring.LoadBalancing;

namespace Mooring.Fleet.Derivation;

/// <summary>
/// Places the hosts of a rule in parts of it. A host stays where it is. Where the other conditions take its room, it goes to a later part, never to an
/// earlier one: later parts are changed first, so that it is in both meanwhile, and never in none.
/// </summary>
internal sealed class HostPlacement
{
    private readonly HostRoom _room;
    private readonly SortedDictionary<int, List<string>> _parts = [];
    private readonly Dictionary<int, HostRoom> _left = [];

    private HostPlacement(HostRoom room) => _room = room;

    /// <summary>The hosts of each part that has some, by the numbers of the parts; of a rule without hosts the first part alone.</summary>
    /// <param name="rule">The rule. Where its other conditions leave no room, which is an error, all are in the first part.</param>
    /// <param name="before">Where the hosts were; <see langword="null"/> where that is not known.</param>
    public static IReadOnlyDictionary<int, IReadOnlyList<string>> Of(RuleSpec rule, RulePlaces? before)
    {
        // Most rules have one host, and a listener can have thousands of them.
        if (rule.Hosts.Count == 0 || (before is null && rule.Hosts.Count == 1))
        {
            return Together(rule);
        }

        var room = RuleLimits.RoomForHosts(rule.Conditions);
        if (room.Values < 1 || (before is null && room.Fits(rule.Hosts)))
        {
            return Together(rule);
        }

        var placement = new HostPlacement(room);
        placement.Place(rule.Hosts, before ?? new());
        return placement._parts.ToDictionary(part => part.Key, IReadOnlyList<string> (part) => part.Value);
    }

    private static Dictionary<int, IReadOnlyList<string>> Together(RuleSpec rule) => new() { [RulePlaces.First] = rule.Hosts };

    private void Place(IReadOnlyList<string> hosts, RulePlaces before)
    {
        var wanted = hosts.ToHashSet(StringComparer.Ordinal);
        var waiting = new List<(string Host, int From)>();
        foreach (var (host, part) in before.Hosts.Where(pair => wanted.Remove(pair.Key)))
        {
            if (!HasRoom(part, host))
            {
                waiting.Add((host, part + 1));
                continue;
            }

            Add(part, host);
        }

        foreach (
            var (host, from) in waiting.Concat(hosts.Where(wanted.Remove).Select(host => (host, before.Removed.GetValueOrDefault(host, RulePlaces.First))))
        )
        {
            Add(_parts.Keys.Where(part => part >= from && HasRoom(part, host)).Append(FirstUnused(from)).First(), host);
        }
    }

    private int FirstUnused(int from)
    {
        while (_parts.ContainsKey(from))
        {
            from++;
        }

        return from;
    }

    private bool HasRoom(int part, string host) => _left.GetValueOrDefault(part, _room).Fits(host);

    private void Add(int part, string host)
    {
        if (!_parts.TryGetValue(part, out var hosts))
        {
            _parts[part] = hosts = [];
        }

        hosts.Add(host);
        _left[part] = _left.GetValueOrDefault(part, _room).With(host);
    }
}
