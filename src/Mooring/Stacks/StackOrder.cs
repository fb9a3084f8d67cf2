namespace Mooring.Stacks;

/// <summary>The order in which stacks are applied.</summary>
internal static class StackOrder
{
    /// <summary>
    /// The stacks in waves: those of a wave depend on stacks of earlier waves only, so that they can be applied side by side. In a wave they are in the
    /// order of their names.
    /// </summary>
    /// <param name="stacks">
    /// The stacks. A dependency that is not among them, or that depends on itself in a record that somebody edited, does not count.
    /// </param>
    /// <param name="name">The name of a stack.</param>
    /// <param name="dependencies">The names of the stacks that are applied before it.</param>
    public static IReadOnlyList<IReadOnlyList<T>> Waves<T>(IEnumerable<T> stacks, Func<T, string> name, Func<T, IReadOnlyList<string>> dependencies)
    {
        var byName = stacks.ToDictionary(name, StringComparer.Ordinal);
        var waves = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. byName
                .Values.GroupBy(stack => WaveOf(name(stack)))
                .OrderBy(wave => wave.Key)
                .Select(wave => wave.OrderBy(name, StringComparer.Ordinal).ToArray()),
        ];

        // The number of stacks that must be applied before it, one after the other.
        int WaveOf(string stack)
        {
            if (byName.TryGetValue(stack, out var known) && waves.TryAdd(stack, 0))
            {
                waves[stack] = dependencies(known).Where(byName.ContainsKey).Select(dependency => 1 + WaveOf(dependency)).DefaultIfEmpty().Max();
            }

            return waves.GetValueOrDefault(stack);
        }
    }

    /// <summary>
    /// Names of stacks, and of those that they need as they are deployed. Those that a later fleet does not have are destroyed after its stacks are
    /// applied, which let go of them then; all others before, because they look up what those may no longer have.
    /// </summary>
    /// <param name="names">Names of the stacks that stay.</param>
    /// <param name="deployed">The deployed stacks, in the order in which they were applied.</param>
    /// <param name="name">The name of a stack.</param>
    /// <param name="dependencies">The names of the stacks that were applied before it.</param>
    public static IReadOnlySet<string> NeededBy<TStack>(
        IEnumerable<string> names,
        IEnumerable<TStack> deployed,
        Func<TStack, string> name,
        Func<TStack, IReadOnlyList<string>> dependencies
    )
    {
        var needed = names.ToHashSet(StringComparer.Ordinal);
        // From the last to the first: later stacks depend on earlier ones.
        foreach (var stack in deployed.Reverse().Where(stack => needed.Contains(name(stack))))
        {
            needed.UnionWith(dependencies(stack));
        }

        return needed;
    }
}
