namespace Mooring.Rehearsal.Steps;

/// <summary>The stacks that are applied, with the Terraform JSON that they were applied with.</summary>
internal sealed class LiveStacks
{
    private readonly OrderedDictionary<string, (RehearsedStack Stack, string Content)> _stacks = [];

    /// <summary>The stacks, in the order in which they were first applied.</summary>
    public IReadOnlyList<RehearsedStack> All => [.. _stacks.Values.Select(entry => entry.Stack)];

    /// <summary>Notes that a stack was applied as it is now.</summary>
    /// <returns>Its Terraform JSON.</returns>
    public string Add(RehearsedStack stack)
    {
        var content = File.ReadAllText(stack.File);
        _stacks[stack.Name] = (stack, content);
        return content;
    }

    /// <summary>Takes a stack out, in order to destroy it.</summary>
    public RehearsedStack? Take(string name) => _stacks.Remove(name, out var entry) ? entry.Stack : null;

    /// <summary>Whether a stack is not applied, or was applied with another content.</summary>
    public bool IsChanged(RehearsedStack stack) => !_stacks.TryGetValue(stack.Name, out var entry) || entry.Content != File.ReadAllText(stack.File);
}
