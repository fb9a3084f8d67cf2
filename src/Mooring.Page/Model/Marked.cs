namespace Mooring.Page.Model;

/// <summary>Something before and after a change.</summary>
/// <param name="Now">What it is; before the change where it is gone.</param>
/// <param name="Before">What it was, where it was there and nothing is gone.</param>
/// <param name="Mark">What the change does with it.</param>
public sealed record Marked<T>(T Now, T? Before, Mark Mark)
    where T : class
{
    /// <summary>Compares what there is before and after a change.</summary>
    /// <param name="before">What there is before; <see langword="null"/> where nothing is compared.</param>
    /// <param name="after">What there is after.</param>
    /// <param name="key">What identifies it.</param>
    /// <param name="isSame">Whether it does not differ.</param>
    /// <returns>What there is after, in its order, and behind it what is gone.</returns>
    internal static IReadOnlyList<Marked<T>> Compare<TKey>(IReadOnlyList<T>? before, IReadOnlyList<T> after, Func<T, TKey> key, Func<T, T, bool> isSame)
        where TKey : notnull
    {
        if (before is null)
        {
            return [.. after.Select(now => new Marked<T>(now, null, Mark.Unchanged))];
        }

        var then = before.ToDictionary(key);
        var kept = after.Select(key).ToHashSet();
        return
        [
            .. after.Select(now =>
                !then.TryGetValue(key(now), out var was) ? new Marked<T>(now, null, Mark.Added)
                : isSame(was, now) ? new Marked<T>(now, was, Mark.Unchanged)
                : new Marked<T>(now, was, Mark.Changed)
            ),
            .. before.Where(was => !kept.Contains(key(was))).Select(was => new Marked<T>(was, null, Mark.Gone)),
        ];
    }
}
