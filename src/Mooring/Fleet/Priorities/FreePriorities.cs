using Mooring.Fleet.Derivation;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Priorities;

/// <summary>Chooses priorities that no rule has.</summary>
/// <param name="taken">Priorities that a rule has, or had when the last record was written.</param>
internal sealed class FreePriorities(IReadOnlySet<int> taken)
{
    /// <summary>Chooses priorities between two others, evenly spread: one is in the middle.</summary>
    /// <param name="low">The lower one; 0 where there is none.</param>
    /// <param name="high">The higher one; <see langword="null"/> at the end, where priorities go on in the usual steps.</param>
    /// <param name="count">How many.</param>
    /// <returns>The priorities in order; <see langword="null"/> where not so many are free.</returns>
    public IReadOnlyList<int>? Between(int low, int? high, int count)
    {
        // The neighbours may be out of range: that is their own error.
        var first = Math.Clamp(low, RuleLimits.LowestPriority - 1, RuleLimits.HighestPriority);
        int? last = high is { } given ? Math.Clamp(given, RuleLimits.LowestPriority, RuleLimits.HighestPriority + 1) : null;
        return (last is null ? AtEnd(first, count) : null) ?? Spread(first, last, count);
    }

    /// <summary>The free priorities nearest to a number: the next lower one and the next higher one.</summary>
    public IEnumerable<int> Near(int number)
    {
        var middle = Math.Clamp(number, RuleLimits.LowestPriority, RuleLimits.HighestPriority);
        return Range(RuleLimits.LowestPriority, middle - 1).TakeLast(1).Concat(Range(middle, RuleLimits.HighestPriority).Take(1));
    }

    private List<int>? AtEnd(int last, int count)
    {
        const int step = RulePriority.Step;
        var chosen = new List<int>();
        for (var priority = (last / step * step) + step; chosen.Count < count; priority += step)
        {
            if (priority > RuleLimits.HighestPriority)
            {
                return null;
            }

            if (!taken.Contains(priority))
            {
                chosen.Add(priority);
            }
        }

        return chosen;
    }

    private IReadOnlyList<int>? Spread(int low, int? high, int count)
    {
        var free = Range(low + 1, (high - 1) ?? RuleLimits.HighestPriority).ToArray();
        return free.Length < count ? null : [.. Enumerable.Range(1, count).Select(place => free[(place * (free.Length + 1) / (count + 1)) - 1])];
    }

    private IEnumerable<int> Range(int first, int last) => Enumerable.Range(first, Math.Max(0, last - first + 1)).Where(each => !taken.Contains(each));
}
