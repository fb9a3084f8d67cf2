using Mooring.Rehearsal.Terraform;

namespace Mooring.Rehearsal;

/// <summary>A destroyed stack.</summary>
/// <param name="Stack">Name of the stack.</param>
/// <param name="Plan">The plan that destroyed it; empty where it was not read.</param>
/// <param name="WasRefused">Whether it was refused until the protection was removed.</param>
public sealed record StackDestruction(string Stack, Plan Plan, bool WasRefused)
{
    /// <summary>Number of destroyed resources.</summary>
    /// <value>Defaults to that of the plan.</value>
    public int Resources { get; init; } = Plan.ToDestroy;
}
