using Mooring.Rehearsal.Terraform;

namespace Mooring.Rehearsal;

/// <summary>A destroyed stack.</summary>
/// <param name="Stack">Name of the stack.</param>
/// <param name="Plan">The plan that destroyed it.</param>
/// <param name="WasRefused">Whether it was refused until the protection was removed.</param>
public sealed record StackDestruction(string Stack, Plan Plan, bool WasRefused);
