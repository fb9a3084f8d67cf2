using Mooring.Fleet.Derivation;
using Mooring.LoadBalancing;

namespace Mooring.Fleet.Priorities;

/// <summary>Chooses priorities that no rule has.</summary>
internal sealed class FreePriorities
{
    private static readonly Comparer<(int First, int Last)> s_byEnd = Comparer<(int First, int Last)>.Create((one, other) => one.Last.CompareTo(other.Last));

    private readonly HashSet<int> _taken;

    // The free ones in order, in runs without a gap: a listener can have tens of thousands of rules, and none of them looks at all others.
    private readonly List<(int First, int Last)> _runs = [];

    /// <summary>The priorities that are free.</summary>
    /// <param name="taken">Priorities that a rule has, or had when the last record was written.</param>
    public FreePriorities(IEnumerable<int> taken)
    {
        _taken = [.. taken];
        var first = RuleLimits.LowestPriority;
        foreach (var priority in _taken.Where(each => RuleLimits.Priority(each) is null).Order())
        {
            AddRun(first, priority - 1);
            first = priority + 1;
        }

        AddRun(first, RuleLimits.HighestPriority);
    }

    /// <summary>Chooses priorities between two others, evenly spread: one is in the middle.</summary>
    /// <param name="low">The lower one; 0 where there is none.</param>
    /// <param name="high">The higher one; <see langword="null"/> at the end, where priorities go on in the usual steps.</param>
    /// <param name="count">How many.</param>
    /// <returns>The priorities in order; <see langword="null"/> where not so many are free.</returns>
    public IReadOnlyList<int>? Between(int low, int? high, int count)
    {
        var (first, last) = Inside(low, high);
        return (high is null ? AtEnd(first - 1, count) : null) ?? Spread(first, last, count);
    }

    /// <summary>The lowest free priorities between two others.</summary>
    /// <param name="low">The lower one.</param>
    /// <param name="high">The higher one; <see langword="null"/> at the end.</param>
    /// <param name="count">How many.</param>
    /// <returns>The priorities in order; <see langword="null"/> where not so many are free.</returns>
    public IReadOnlyList<int>? Behind(int low, int? high, int count)
    {
        var (first, last) = Inside(low, high);
        int[] chosen = [.. Within(first, last).SelectMany(run => Enumerable.Range(run.First, run.Last - run.First + 1)).Take(count)];
        return chosen.Length < count ? null : chosen;
    }

    /// <summary>The free priorities nearest to a number: the next lower one and the next higher one.</summary>
    public IEnumerable<int> Near(int number)
    {
        var middle = Math.Clamp(number, RuleLimits.LowestPriority, RuleLimits.HighestPriority);
        var next = RunAt(middle);
        if (next < _runs.Count && _runs[next].First < middle)
        {
            yield return middle - 1;
        }
        else if (next > 0)
        {
            yield return _runs[next - 1].Last;
        }

        if (next < _runs.Count)
        {
            yield return Math.Max(middle, _runs[next].First);
        }
    }

    /// <summary>The first and the last priority between two others, which may be out of range: that is their own error.</summary>
    private static (int First, int Last) Inside(int low, int? high) =>
        (
            Math.Clamp(low, RuleLimits.LowestPriority - 1, RuleLimits.HighestPriority) + 1,
            Math.Clamp(high ?? int.MaxValue, RuleLimits.LowestPriority, RuleLimits.HighestPriority + 1) - 1
        );

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

            if (!_taken.Contains(priority))
            {
                chosen.Add(priority);
            }
        }

        return chosen;
    }

    private List<int>? Spread(int first, int last, int count)
    {
        var runs = Within(first, last).ToArray();
        var free = runs.Sum(run => run.Last - run.First + 1);
        if (free < count)
        {
            return null;
        }

        var chosen = new List<int>();
        var before = 0;
        foreach (var run in runs)
        {
            var length = run.Last - run.First + 1;
            while (chosen.Count < count && PlaceOf(chosen.Count + 1) <= before + length)
            {
                chosen.Add(run.First + PlaceOf(chosen.Count + 1) - before - 1);
            }

            before += length;
        }

        return chosen;

        // Which of the free ones, from 1.
        int PlaceOf(int number) => number * (free + 1) / (count + 1);
    }

    private IEnumerable<(int First, int Last)> Within(int first, int last)
    {
        for (var index = RunAt(first); index < _runs.Count && _runs[index].First <= last; index++)
        {
            yield return (Math.Max(first, _runs[index].First), Math.Min(last, _runs[index].Last));
        }
    }

    /// <summary>The first run that does not end before a number.</summary>
    private int RunAt(int number)
    {
        var index = _runs.BinarySearch((number, number), s_byEnd);
        return index < 0 ? ~index : index;
    }

    private void AddRun(int first, int last)
    {
        if (first <= last)
        {
            _runs.Add((first, last));
        }
    }
}
