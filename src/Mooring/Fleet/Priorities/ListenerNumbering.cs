using Mooring.Fleet.Derivation;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Priorities;

/// <summary>
/// Numbers the rules of a listener that give no priority. A rule keeps its recorded priority as long as the order of the list agrees; a rule that is
/// new or moved gets one between its neighbours in the list that no rule has or had, so that an apply, in any order, finds it free. A new part of a rule
/// whose hosts are split gets the next one behind the rule.
/// </summary>
internal sealed class ListenerNumbering
{
    private readonly IReadOnlyList<RuleSpec> _rules;
    private readonly ListenerPriorities _recorded;
    private readonly NumberedPart[] _parts;
    private readonly Dictionary<int, int> _priorities = [];

    // What is chosen between two rules that keep theirs is free between all others, too: these hold for the whole listener.
    private readonly FreePriorities _any;
    private readonly FreePriorities _careful;

    /// <summary>Begins to number rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="recorded">What is recorded of them.</param>
    public ListenerNumbering(IReadOnlyList<RuleSpec> rules, ListenerPriorities recorded)
    {
        (_rules, _recorded) = (rules, recorded);
        _parts = [.. rules.SelectMany((rule, place) => NumberedPart.Of(rule, place, recorded))];
        int[] taken = [.. _parts.Select(part => part.Given).OfType<int>(), .. recorded.All.Select(each => each.Priority)];
        _any = new(taken);
        _careful = new(taken.Concat(recorded.Retired));
    }

    /// <summary>The rules with their priorities and the places of their hosts; without a priority where none is free.</summary>
    public IReadOnlyList<RuleSpec> Run()
    {
        int[] derived = [.. Places(0, _parts.Length).Where(place => _parts[place].Recorded is not null)];
        int[] kept = [.. LongestOrder.Of([.. derived.Select(place => _parts[place].Recorded!.Value)]).Select(index => derived[index])];
        foreach (var place in Places(0, _parts.Length).Where(place => _parts[place].Given is not null))
        {
            _priorities[place] = _parts[place].Given!.Value;
        }

        foreach (var place in kept)
        {
            _priorities[place] = _parts[place].Recorded!.Value;
        }

        int[] bounds = [-1, .. kept, _parts.Length];
        foreach (var (first, last) in bounds.Zip(bounds.Skip(1)))
        {
            Fill(first, last);
        }

        var found = _parts.Index().ToLookup(part => part.Item.Rule, part => (part.Item.Number, PriorityAt(part.Index)));
        return
        [
            .. _rules.Select(
                (rule, place) => SplitRules.Numbered(rule, _recorded.PlacesOf(rule), part => found[place].Single(each => each.Number == part).Item2)
            ),
        ];
    }

    /// <summary>
    /// Numbers the parts between two that keep theirs. Rules with a priority of their own in between are neighbours, too, if theirs agrees with the
    /// order; where that leaves no room, only those that keep theirs are. Retired priorities are the last to be used again.
    /// </summary>
    private void Fill(int first, int last)
    {
        int[] explicitly = [.. ExplicitBetween(first, last)];
        _ =
            TryFill([first, .. explicitly, last], _careful)
            || TryFill([first, .. explicitly, last], _any)
            || TryFill([first, last], _careful)
            || TryFill([first, last], _any);
    }

    private bool TryFill(int[] bounds, FreePriorities free)
    {
        var chosen = new List<(int Place, int Priority)>();
        foreach (var (first, last) in bounds.Zip(bounds.Skip(1)))
        {
            int[] waiting = [.. Places(first + 1, last).Where(place => _parts[place].Given is null)];
            if (waiting.Length > 0)
            {
                if (Choose(first, waiting, last, free) is not { } priorities)
                {
                    return false;
                }

                chosen.AddRange(waiting.Zip(priorities));
            }
        }

        foreach (var (place, priority) in chosen)
        {
            _priorities[place] = priority;
        }

        return true;
    }

    /// <summary>The parts of each rule have numbers that follow each other, so that there is room between rules, or else all are spread evenly.</summary>
    private IReadOnlyList<int>? Choose(int first, int[] waiting, int last, FreePriorities free)
    {
        var (low, high) = (LowerBound(first), UpperBound(last));
        int[] sizes = [.. waiting.GroupBy(place => _parts[place].Rule).Select(parts => parts.Count())];
        var spread = new PartSpread(free);
        var isFollowing = first >= 0 && _parts[first].Rule == _parts[waiting[0]].Rule;
        return (isFollowing ? spread.Following(low, high, sizes) : spread.Between(low, high, sizes)) ?? free.Between(low, high, waiting.Length);
    }

    private IEnumerable<int> ExplicitBetween(int first, int last)
    {
        int[] between =
        [
            .. Places(first + 1, last)
                .Where(place => _parts[place].Given is { } own && own > LowerBound(first) && own < (UpperBound(last) ?? RuleLimits.HighestPriority)),
        ];
        return LongestOrder.Of([.. between.Select(place => _parts[place].Given!.Value)]).Select(index => between[index]);
    }

    private static IEnumerable<int> Places(int first, int end) => Enumerable.Range(first, end - first);

    private int? PriorityAt(int place) => _priorities.TryGetValue(place, out var priority) ? priority : null;

    private int LowerBound(int place) => place < 0 ? 0 : _priorities[place];

    private int? UpperBound(int place) => place == _parts.Length ? null : _priorities[place];
}
