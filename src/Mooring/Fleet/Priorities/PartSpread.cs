namespace Mooring.Fleet.Priorities;

/// <summary>Spreads rules between two priorities, with the parts of each rule as close together as they can be.</summary>
/// <param name="free">The priorities that no rule has.</param>
internal sealed class PartSpread(FreePriorities free)
{
    /// <summary>Chooses the priorities of the parts of rules.</summary>
    /// <param name="low">The lower priority.</param>
    /// <param name="high">The higher one; <see langword="null"/> at the end.</param>
    /// <param name="sizes">How many parts each rule has.</param>
    /// <returns>The priorities in order; <see langword="null"/> where there is too little room for that.</returns>
    public IReadOnlyList<int>? Between(int low, int? high, IReadOnlyList<int> sizes) =>
        sizes.All(size => size == 1) ? free.Between(low, high, sizes.Count)
        : high is null ? AtEnd(low, sizes)
        : free.Between(low, high, sizes.Count) is { } firsts ? Behind([.. firsts, high.Value], sizes)
        : null;

    /// <summary>Chooses the priorities of the parts that follow one of the same rule, and of the rules behind it.</summary>
    /// <param name="low">The priority of the part that is followed.</param>
    /// <param name="high">The higher one; <see langword="null"/> at the end.</param>
    /// <param name="sizes">How many parts follow, and how many parts each of the rules behind has.</param>
    /// <returns>The priorities in order; <see langword="null"/> where there is too little room for that.</returns>
    public IReadOnlyList<int>? Following(int low, int? high, IReadOnlyList<int> sizes) =>
        free.Behind(low, high, sizes[0]) is { } next && Between(next[^1], high, [.. sizes.Skip(1)]) is { } others ? [.. next, .. others] : null;

    private List<int>? AtEnd(int low, IReadOnlyList<int> sizes)
    {
        var chosen = new List<int>();
        foreach (var size in sizes)
        {
            if (free.Between(low, null, 1) is not [var first] || free.Behind(first, null, size - 1) is not { } others)
            {
                return null;
            }

            chosen.AddRange([first, .. others]);
            low = chosen[^1];
        }

        return chosen;
    }

    private List<int>? Behind(IReadOnlyList<int> firsts, IReadOnlyList<int> sizes)
    {
        var chosen = new List<int>();
        foreach (var (index, size) in sizes.Index())
        {
            if (free.Behind(firsts[index], firsts[index + 1], size - 1) is not { } others)
            {
                return null;
            }

            chosen.AddRange([firsts[index], .. others]);
        }

        return chosen;
    }
}
