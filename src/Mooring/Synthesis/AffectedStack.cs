using Mooring.Stacks;

namespace Mooring.Synthesis;

/// <summary>A stack that a change of a fleet touches.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Subject">Name in the fleet of the load balancer or the cluster that it is for; empty for the stack of the whole fleet.</param>
/// <param name="Dependencies">Names of the stacks that are applied before it, affected or not.</param>
/// <param name="Change">What happens to it.</param>
internal sealed record AffectedStack(string Name, StackKind Kind, string Subject, IReadOnlyList<string> Dependencies, StackChange Change)
{
    /// <summary>Whether it is destroyed after the others are applied: a stack that stays needs it, or its dependencies, until it is changed.</summary>
    /// <value>Defaults to <see langword="false"/>: what is destroyed is destroyed before, because it looks up what the others may no longer have.</value>
    public bool IsDestroyedLast { get; init; }
}
