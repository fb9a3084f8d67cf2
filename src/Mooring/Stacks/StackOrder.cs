namespace Mooring.Stacks;

/// <summary>The order in which stacks are applied.</summary>
internal static class StackOrder
{
    /// <summary>
    /// The stacks in waves: those of a wave depend on stacks of earlier waves only, so that they can be applied side by side. In a wave they are in the
    /// order of their names.
    /// </summary>
    /// <param name="stacks">The stacks, with all that they depend on.</param>
    /// <param name="name">The name of a stack.</param>
    /// <param name="dependencies">The names of the stacks that are applied before it.</param>
    public static IReadOnlyList<IReadOnlyList<T>> Waves<T>(IReadOnlyList<T> stacks, Func<T, string> name, Func<T, IReadOnlyList<string>> dependencies)
    {
        var byName = stacks.ToDictionary(name);
        var waves = new Dictionary<string, int>();
        return [.. stacks.GroupBy(WaveOf).OrderBy(wave => wave.Key).Select(wave => wave.OrderBy(name, StringComparer.Ordinal).ToArray())];

        // The number of stacks that must be applied before it, one after the other.
        int WaveOf(T stack)
        {
            if (!waves.TryGetValue(name(stack), out var wave))
            {
                wave = dependencies(stack).Select(dependency => 1 + WaveOf(byName[dependency])).DefaultIfEmpty().Max();
                waves.Add(name(stack), wave);
            }

            return wave;
        }
    }
}
