namespace Mooring.Stacks;

/// <summary>The place of a stack among those of its fleet: what it is for, and what is applied before it.</summary>
/// <param name="kind">Kind of the stack.</param>
/// <param name="subject">Name in the fleet of the load balancer or the cluster that it is for; empty for the stack of the whole fleet.</param>
/// <param name="dependencies">Names of the stacks that are applied before it.</param>
internal sealed class StackPlace(StackKind kind, string subject, IEnumerable<string> dependencies)
{
    /// <summary>Name of the stack.</summary>
    public string Name => Kind.StackOf(Subject);

    /// <summary>Kind of the stack.</summary>
    public StackKind Kind { get; } = kind;

    /// <summary>Name in the fleet of the load balancer or the cluster that it is for; empty for the stack of the whole fleet.</summary>
    public string Subject { get; } = subject;

    /// <summary>Names of the stacks that are applied before it, each once.</summary>
    public IReadOnlyList<string> Dependencies { get; } = [.. dependencies.Distinct()];

    /// <summary>The same place, after another stack.</summary>
    public StackPlace After(StackPlace other) => new(Kind, Subject, [other.Name, .. Dependencies]);
}
