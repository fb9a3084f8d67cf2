namespace Mooring.Rehearsal;

/// <summary>Runs work for many stacks, at once where they do not depend on one another.</summary>
internal static class StackGraph
{
    /// <summary>Works on each stack after those that it depends on.</summary>
    /// <returns>The results, in the order of the stacks.</returns>
    public static Task<IReadOnlyList<T>> ForwardAsync<T>(IReadOnlyList<RehearsedStack> stacks, Func<RehearsedStack, Task<T>> work) =>
        RunAsync(stacks, stack => stack.Dependencies, work);

    /// <summary>Works on each stack after those that depend on it.</summary>
    /// <returns>The results, in the opposite order of the stacks.</returns>
    public static Task<IReadOnlyList<T>> BackwardAsync<T>(IReadOnlyList<RehearsedStack> stacks, Func<RehearsedStack, Task<T>> work)
    {
        var dependents = stacks
            .SelectMany(stack => stack.Dependencies.Select(dependency => (Dependency: dependency, stack.Name)))
            .ToLookup(pair => pair.Dependency, pair => pair.Name);
        return RunAsync([.. stacks.Reverse()], stack => dependents[stack.Name], work);
    }

    private static async Task<IReadOnlyList<T>> RunAsync<T>(
        IReadOnlyList<RehearsedStack> stacks,
        Func<RehearsedStack, IEnumerable<string>> after,
        Func<RehearsedStack, Task<T>> work
    )
    {
        using var processors = new SemaphoreSlim(Environment.ProcessorCount);
        var started = new Dictionary<string, Task<T>>(StringComparer.Ordinal);
        foreach (var stack in stacks)
        {
            Task[] before = [.. after(stack).Where(started.ContainsKey).Select(name => started[name])];
            started.Add(stack.Name, OneAsync(stack, before));
        }

        return await Task.WhenAll(stacks.Select(stack => started[stack.Name]));

        async Task<T> OneAsync(RehearsedStack stack, Task[] before)
        {
            await Task.WhenAll(before);
            await processors.WaitAsync();
            try
            {
                return await work(stack);
            }
            finally
            {
                processors.Release();
            }
        }
    }
}
