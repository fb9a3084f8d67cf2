using Mooring.LoadBalancing;

namespace Mooring.Fleet.Priorities;

/// <summary>
/// Numbers the rules of a listener that give no priority. A rule keeps its recorded priority as long as the order of the list agrees; a rule that is
/// new or moved gets one between its neighbours in the list that no rule has or had, so that an apply, in any order, finds it free.
/// </summary>
/// <param name="rules">The rules.</param>
/// <param name="recorded">What is recorded of them.</param>
internal sealed class ListenerNumbering(IReadOnlyList<RuleSpec> rules, ListenerPriorities recorded)
{
    private readonly int?[] _priorities = [.. rules.Select(rule => rule.Priority)];

    // What is chosen between two rules that keep theirs is free between all others, too: these hold for the whole listener.
    private readonly FreePriorities _any = new(TakenBy(rules, recorded));
    private readonly FreePriorities _careful = new(TakenBy(rules, recorded).Concat(recorded.Retired));

    /// <summary>The priorities of the rules; <see langword="null"/> for a rule for which none is free.</summary>
    public IReadOnlyList<int?> Run()
    {
        int[] derived = [.. Enumerable.Range(0, rules.Count).Where(place => rules[place].Priority is null && recorded.Of(rules[place]) is not null)];
        int[] kept = [.. LongestOrder.Of([.. derived.Select(place => recorded.Of(rules[place])!.Value)]).Select(index => derived[index])];
        foreach (var place in kept)
        {
            _priorities[place] = recorded.Of(rules[place]);
        }

        int[] bounds = [-1, .. kept, rules.Count];
        foreach (var (first, last) in bounds.Zip(bounds.Skip(1)))
        {
            Fill(first, last);
        }

        return _priorities;
    }

    /// <summary>
    /// Numbers the rules between two that keep theirs. Rules with a priority of their own in between are neighbours, too, if theirs agrees with the
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
            int[] waiting = [.. Enumerable.Range(first + 1, last - first - 1).Where(place => rules[place].Priority is null)];
            if (waiting.Length > 0)
            {
                if (free.Between(LowerBound(first), UpperBound(last), waiting.Length) is not { } priorities)
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

    private IEnumerable<int> ExplicitBetween(int first, int last)
    {
        int[] between =
        [
            .. Enumerable
                .Range(first + 1, last - first - 1)
                .Where(place => rules[place].Priority is { } own && own > LowerBound(first) && own < (UpperBound(last) ?? RuleLimits.HighestPriority)),
        ];
        return LongestOrder.Of([.. between.Select(place => rules[place].Priority!.Value)]).Select(index => between[index]);
    }

    private static IEnumerable<int> TakenBy(IReadOnlyList<RuleSpec> rules, ListenerPriorities recorded) =>
        rules.Select(rule => rule.Priority).OfType<int>().Concat(recorded.Rules.Values);

    private int LowerBound(int place) => place < 0 ? 0 : _priorities[place]!.Value;

    private int? UpperBound(int place) => place == rules.Count ? null : _priorities[place]!.Value;
}
